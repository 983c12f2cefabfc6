namespace NetGen.Generators.Graph;

/// <summary>How often a value exists.</summary>
internal enum ValueExtent
{
    /// <summary>Once per sample.</summary>
    Sample,

    /// <summary>Once per batch.</summary>
    Batch,

    /// <summary>Once per network.</summary>
    Network,
}
