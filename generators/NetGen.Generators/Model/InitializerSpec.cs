namespace NetGen.Generators.Model;

/// <summary>How a tensor starts, as declared: numbers that do not belong to the kind hold their defaults.</summary>
/// <param name="Kind">Which initializer, never a default to be resolved.</param>
/// <param name="Gain">The factor on the standard deviation; <see cref="ExactGain"/> asks for the one that keeps the variance.</param>
/// <param name="StandardDeviation">Of Normal and TruncatedNormal.</param>
/// <param name="Limit">The half-width of Uniform.</param>
/// <param name="Value">Of Constant.</param>
/// <param name="Scale">Of VarianceScaling.</param>
/// <param name="Mode">Of VarianceScaling.</param>
/// <param name="Distribution">Of VarianceScaling.</param>
/// <param name="CustomType">The fully qualified name (<c>global::</c>) of the user's own type, empty otherwise.</param>
/// <param name="IsDefault">Whether the declaration named none, so that the activation chose it.</param>
internal sealed record InitializerSpec(
    InitializerKind Kind,
    double Gain = 1,
    double StandardDeviation = 1,
    double Limit = 1,
    double Value = 0,
    double Scale = 1,
    FanModeKind Mode = FanModeKind.FanIn,
    DistributionKind Distribution = DistributionKind.TruncatedNormal,
    string CustomType = "",
    bool IsDefault = false)
{
    /// <summary>The value of <c>NetGen.Gain.Exact</c>: a mark, not a factor.</summary>
    public const double ExactGain = -1;

    /// <summary>Every element 0.</summary>
    public static InitializerSpec Zeros { get; } = new(InitializerKind.Zeros, IsDefault: true);

    /// <summary>What users call it.</summary>
    public string Name => Kind == InitializerKind.Custom ? TypeNames.Short(CustomType) : Kind.ToString();
}
