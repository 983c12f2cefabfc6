namespace NetGen.Generators.Scheduling;

/// <summary>A run of equal tiles along the columns of a result.</summary>
/// <param name="FirstColumn">Where the run starts.</param>
/// <param name="Repeat">How many tiles stand side by side.</param>
/// <param name="Vectors">The width of each, in vectors.</param>
/// <param name="Chains">Sums that each accumulator is split into, so that few accumulators need not wait for each other; 1 for none.</param>
/// <param name="TailLanes">Lanes of the last tile's last vector that count; 0 where all do.</param>
internal sealed record ColumnBlock(int FirstColumn, int Repeat, int Vectors, int Chains = 1, int TailLanes = 0);
