namespace NetGen.Benchmarks.Work;

/// <summary>A target and what was reached.</summary>
/// <param name="Target">In words.</param>
/// <param name="Reached">In words.</param>
/// <param name="Verdict">Whether it was.</param>
internal sealed record TargetResult(string Target, string Reached, Verdict Verdict);
