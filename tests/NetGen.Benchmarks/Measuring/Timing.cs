namespace NetGen.Benchmarks.Measuring;

/// <summary>How long one step of a work took.</summary>
/// <param name="Median">Seconds a step, over the rounds.</param>
/// <param name="Percentile95">Seconds a step, which 95% of the rounds stayed below.</param>
/// <param name="Rounds">How many rounds were measured.</param>
/// <param name="Repetitions">Steps a round; more than one where a single one is too short for the clock.</param>
internal sealed record Timing(double Median, double Percentile95, int Rounds, int Repetitions);
