namespace NetGen.Generators.Model;

/// <summary>What the network receives. Statistics describe values as they are passed in; the network computes with value * Scale + Shift.</summary>
/// <param name="Shape">One sample.</param>
/// <param name="Scale">What each value is multiplied by.</param>
/// <param name="Shift">What is added to each scaled value.</param>
/// <param name="Min">The smallest value, where declared.</param>
/// <param name="Max">The largest value, where declared.</param>
/// <param name="Mean">The mean, where declared.</param>
/// <param name="StandardDeviation">The standard deviation, where declared.</param>
internal sealed record InputSpec(
    Shape Shape,
    double Scale = 1,
    double Shift = 0,
    double? Min = null,
    double? Max = null,
    double? Mean = null,
    double? StandardDeviation = null)
{
    /// <summary>Whether the network changes a value before its first layer.</summary>
    public bool IsRescaled => Scale != 1 || Shift != 0;
}
