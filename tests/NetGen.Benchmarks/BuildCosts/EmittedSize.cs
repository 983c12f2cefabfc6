namespace NetGen.Benchmarks.BuildCosts;

/// <summary>How much is emitted for a network.</summary>
/// <param name="Network">The network in words.</param>
/// <param name="Bytes">All its files, in UTF-8.</param>
/// <param name="Limit">How many it may be; null for no limit.</param>
internal sealed record EmittedSize(string Network, int Bytes, int? Limit);
