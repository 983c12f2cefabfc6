using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks.Scaling;

/// <summary>One kind of machine's part of the page, as it is kept between runs.</summary>
/// <param name="Machine">What was measured on.</param>
/// <param name="Minutes">How long the run took.</param>
/// <param name="Results">The points.</param>
internal sealed record ScalingSection(Machine Machine, double Minutes, IReadOnlyList<ScalingResult> Results);
