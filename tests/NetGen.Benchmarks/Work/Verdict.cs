namespace NetGen.Benchmarks.Work;

/// <summary>How a target ended.</summary>
internal enum Verdict
{
    /// <summary>Reached.</summary>
    Reached,

    /// <summary>Reached once the limit, an absolute time, is scaled by the ratio of the machines' peaks.</summary>
    ReachedScaled,

    /// <summary>Not reached.</summary>
    Short,

    /// <summary>The peer did not load, or the data are not here.</summary>
    NotMeasured,
}
