namespace NetGen.Benchmarks.Measuring;

/// <summary>What the rounds came to.</summary>
/// <param name="Timings">A side each, in the order in which they were given.</param>
/// <param name="PeakGflops">The median of the peaks measured before, among and after the rounds.</param>
/// <param name="AllocatedBytes">What a step of the first side allocated on the managed heap.</param>
internal sealed record PairedResult(IReadOnlyList<Timing> Timings, double PeakGflops, double AllocatedBytes);
