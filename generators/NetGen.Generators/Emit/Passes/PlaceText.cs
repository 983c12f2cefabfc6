using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Passes;

/// <summary>Places of a workspace as C#.</summary>
internal static class PlaceText
{
    /// <summary>A <c>ref</c> expression.</summary>
    /// <param name="origin">What the place is counted from.</param>
    /// <param name="place">The place.</param>
    /// <param name="unit">What its scaled part is multiplied by.</param>
    public static string Of(string origin, Place place, string unit) => place == default
        ? "ref " + origin
        : $"ref Unsafe.Add(ref {origin}, {Sum(place, unit)})";

    /// <summary>The number of floats.</summary>
    public static string Sum(Place place, string unit)
    {
        var scaled = place.Scaled == 1 ? unit : $"{Literal.Of(place.Scaled)} * {unit}";
        return place switch
        {
            { Scaled: 0 } => Literal.Of(place.Floats),
            { Floats: 0 } => scaled,
            _ => $"{Literal.Of(place.Floats)} + ({scaled})",
        };
    }
}
