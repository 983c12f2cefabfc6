namespace NetGen.Benchmarks.Work;

/// <summary>What runs inside the compiler.</summary>
internal static class CompilerRows
{
    /// <summary>All of them.</summary>
    public static IEnumerable<BenchmarkWork> All =>
    [
        new GeneratorWork { Id = "generator", Title = "The generator on W9's declaration, after an edit" },
        new SignalWork { Id = "signal", Title = "The predicted signal of W9", Targets = [new TimeTarget(1e-3, Scales: false)] },
    ];
}
