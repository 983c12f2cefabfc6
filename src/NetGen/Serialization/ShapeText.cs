using System.Globalization;

namespace NetGen.Serialization;

/// <summary>Shapes in messages.</summary>
internal static class ShapeText
{
    /// <summary>[10, 50].</summary>
    /// <param name="shape">The extents, outermost first.</param>
    public static string Of<T>(IEnumerable<T> shape)
        where T : IFormattable =>
        $"[{string.Join(", ", shape.Select(extent => extent.ToString(null, CultureInfo.InvariantCulture)))}]";
}
