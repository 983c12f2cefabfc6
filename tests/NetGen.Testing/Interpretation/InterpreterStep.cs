namespace NetGen.Testing.Interpretation;

/// <summary>What random layers draw by.</summary>
/// <param name="Seed">The network's seed.</param>
/// <param name="Step">The step of training, from 0.</param>
/// <param name="FirstSample">The place in the whole batch of the first sample that is passed.</param>
internal sealed record InterpreterStep(ulong Seed, long Step, long FirstSample = 0);
