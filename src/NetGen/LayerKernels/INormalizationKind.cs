namespace NetGen.LayerKernels;

/// <summary>What tells the two normalizations of a row apart, as a type, for each to be compiled separately.</summary>
internal interface INormalizationKind
{
    /// <summary>Whether the mean is subtracted and a shift added.</summary>
    static abstract bool IsCentred { get; }
}
