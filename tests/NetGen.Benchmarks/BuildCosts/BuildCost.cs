namespace NetGen.Benchmarks.BuildCosts;

/// <summary>What building a project took.</summary>
/// <param name="Seconds">From start to end.</param>
/// <param name="ProcessorSeconds">Of all processes it started; null where the system does not tell.</param>
internal sealed record BuildCost(double Seconds, double? ProcessorSeconds);
