namespace NetGen.Benchmarks.Measuring;

/// <summary>One side of a comparison.</summary>
/// <param name="Name">As the report calls it.</param>
/// <param name="Run">Does the work so many times.</param>
internal sealed record Contestant(string Name, Action<int> Run);
