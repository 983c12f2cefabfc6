using System.Globalization;

namespace NetGen.Generators.Graph;

/// <summary>Operations as text, a line each: what they compute, and the shape of what they give.</summary>
internal static class GraphPrinter
{
    /// <summary>The lines.</summary>
    public static IEnumerable<string> Lines(IEnumerable<Operation> operations) => operations.Select(static operation =>
        operation.Formula + " : " + string.Join(", ", operation.Writes.Select(static value => Extent(value) + Shape(value))));

    /// <summary>The lines as one text.</summary>
    public static string Print(IEnumerable<Operation> operations) => string.Join("\n", Lines(operations));

    private static string Extent(Value value) => value.Extent switch
    {
        ValueExtent.Sample => "[samples]",
        _ => "",
    };

    private static string Shape(Value value) => string.Concat(value.Shape.Extents.Select(static extent => "[" + extent.ToString(CultureInfo.InvariantCulture) + "]"));
}
