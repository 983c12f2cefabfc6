namespace NetGen.Benchmarks.Work;

/// <summary>Every row, in the order of the table.</summary>
internal static class WorkList
{
    /// <summary>All of them.</summary>
    public static IEnumerable<BenchmarkWork> All => [.. TrainingRows.All, .. LayerRows.All, .. PredictionRows.All, .. PublishedRows.All, .. WholeRows.All, .. CompilerRows.All];
}
