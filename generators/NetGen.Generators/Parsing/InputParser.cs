using System.Collections.Immutable;
using NetGen.Generators.Parsing.Descriptors;
using NetGen.Generators.Model;

namespace NetGen.Generators.Parsing;

/// <summary>Reads <c>[Input]</c>.</summary>
internal static class InputParser
{
    private static readonly ImmutableArray<ImmutableArray<string>> Parameters =
    [
        ["features"],
        ["steps", "features"],
        ["height", "width", "channels"],
    ];

    /// <summary>The input, or null where its shape is wrong.</summary>
    public static InputSpec? Parse(NetworkAttribute attribute, string network, ErrorList errors)
    {
        var reader = new AttributeReader(attribute.Data, "the input of '" + network + "'", errors);
        var shape = ParseShape(attribute, reader, network, errors);
        var scale = reader.Number("Scale", 1, NumberRange.NotZero);
        var shift = reader.Number("Shift", 0);
        var (min, max) = ParseRange(reader);
        var mean = Declared(reader, "Mean", NumberRange.Any);
        if (mean is { } m && min is { } low && max is { } high && (m < low || m > high))
        {
            var expected = "a number from Min = " + Numbers.Text(low) + " to Max = " + Numbers.Text(high);
            reader.ReportRange("Mean", Numbers.Text(m), expected);
        }

        var deviation = Declared(reader, "StandardDeviation", NumberRange.Positive);
        return shape is null ? null : new InputSpec(shape, scale, shift, min, max, mean, deviation);
    }

    private static double? Declared(AttributeReader reader, string property, NumberRange range)
    {
        if (!reader.Has(property))
        {
            return null;
        }

        var value = reader.Number(property, double.NaN, range);
        return double.IsNaN(value) ? null : value;
    }

    private static (double? Min, double? Max) ParseRange(AttributeReader reader)
    {
        var min = Declared(reader, "Min", NumberRange.Any);
        var max = Declared(reader, "Max", NumberRange.Any);
        if (reader.Has("Min") != reader.Has("Max"))
        {
            var (present, missing) = reader.Has("Min") ? ("Min", "Max") : ("Max", "Min");
            reader.Report(ValueRules.NeedsPartner, present, present, reader.Subject, missing);
            return (null, null);
        }

        if (min > max)
        {
            var expected = "at most Max = " + Numbers.Text(max!.Value);
            reader.ReportRange("Min", Numbers.Text(min!.Value), expected);
            return (null, null);
        }

        return (min, max);
    }

    private static Shape? ParseShape(NetworkAttribute attribute, AttributeReader reader, string network, ErrorList errors)
    {
        var rank = attribute.Data.ConstructorArguments.Length;
        if (rank < 1 || rank > Parameters.Length)
        {
            return null;
        }

        var extents = ImmutableArray.CreateBuilder<int>(rank);
        var size = 1m;
        foreach (var parameter in Parameters[rank - 1])
        {
            if (reader.Integer(parameter) is not { } extent)
            {
                return null;
            }

            if (extent < 1)
            {
                reader.Report(StructureRules.SizeTooSmall, parameter, parameter, reader.Subject, Numbers.Text((long)extent));
                extent = 0;
            }

            extents.Add(extent);
            size *= extent;
        }

        if (size > Limits.ValuesPerSample)
        {
            errors.Add(
                StructureRules.SizeTooLarge,
                rank == 1 ? ErrorPlace.Of(attribute.Data, Parameters[0][0]) : ErrorPlace.Of(attribute.Data),
                "The input of '" + network + "'",
                Numbers.Text(size) + " values a sample",
                Numbers.Text((long)Limits.ValuesPerSample) + " (1 MiB of float32, the largest inline array)",
                "declare a smaller input");
            return null;
        }

        return size == 0 ? null : new Shape(extents.MoveToImmutable());
    }
}
