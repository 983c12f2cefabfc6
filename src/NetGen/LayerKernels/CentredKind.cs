namespace NetGen.LayerKernels;

/// <summary>Layer normalization: y = gamma (x - mean) / sqrt(variance + epsilon) + beta.</summary>
internal readonly struct CentredKind : INormalizationKind
{
    /// <inheritdoc/>
    public static bool IsCentred => true;
}
