namespace NetGen.LayerKernels;

/// <summary>Root mean square normalization: y = gamma x / sqrt(mean of x^2 + epsilon).</summary>
internal readonly struct UncentredKind : INormalizationKind
{
    /// <inheritdoc/>
    public static bool IsCentred => false;
}
