using NetGen.Generators.Model;

namespace NetGen.Generators.Signal.Initializers;

/// <summary>An initializer with its fans and gain put in: what emitted code bakes, documentation prints and the recursions use.</summary>
/// <param name="Kind">As declared.</param>
/// <param name="Distribution">What to draw from.</param>
/// <param name="Constant">The distribution's one number, computed in double; 0 for <see cref="TensorDistribution.Custom"/>.</param>
/// <param name="Gain">The factor contained in <paramref name="Constant"/>, computed where the declaration asks for the exact one.</param>
/// <param name="Mean">The mean of one element; null where unknown.</param>
/// <param name="Variance">The variance of one element; null where unknown.</param>
/// <param name="Formula">The computation in words and numbers, for comments: <c>He normal: sqrt(2 / fan_in) = sqrt(2 / 300)</c>.</param>
/// <param name="Problem">Why the exact gain does not exist here (it is 1 then), empty otherwise.</param>
internal sealed record ResolvedInitializer(
    InitializerKind Kind,
    TensorDistribution Distribution,
    double Constant,
    double Gain,
    double? Mean,
    double? Variance,
    string Formula,
    string Problem = "")
{
    /// <summary>The share of a normal's variance that is left when it is cut at two standard deviations.</summary>
    public const double TruncatedVariance = TruncatedDeviation * TruncatedDeviation;

    /// <summary>The share of a normal's standard deviation that is left when it is cut at two of them.</summary>
    public const double TruncatedDeviation = 0.87962566103423978;
}
