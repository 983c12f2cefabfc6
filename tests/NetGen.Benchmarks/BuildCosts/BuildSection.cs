using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks.BuildCosts;

/// <summary>What builds cost on one kind of machine, as it is kept between runs.</summary>
/// <param name="Machine">What was measured on.</param>
/// <param name="Plain">A project without networks.</param>
/// <param name="One">The same with one network.</param>
/// <param name="Forty">The same with forty networks.</param>
/// <param name="EmittedBytes">What is emitted for the forty.</param>
/// <param name="Sizes">What is emitted for single networks.</param>
internal sealed record BuildSection(Machine Machine, BuildCost Plain, BuildCost One, BuildCost Forty, int EmittedBytes, IReadOnlyList<EmittedSize> Sizes);
