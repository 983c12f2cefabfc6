using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks.Work;

/// <summary>Something to reach.</summary>
internal abstract record Target
{
    /// <summary>Holds a measured row against it.</summary>
    public abstract TargetResult Judge(Row row, Machine machine);

    /// <summary>The verdict on a value that is to be at least as large as a limit.</summary>
    protected static Verdict AtLeast(double value, double limit) => value >= limit ? Verdict.Reached : Verdict.Short;
}
