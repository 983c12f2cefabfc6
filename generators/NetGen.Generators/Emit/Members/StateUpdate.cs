namespace NetGen.Generators.Emit.Members;

/// <summary>How the statistics of a batch become part of the running ones: a stretch of the state, running = (1 - momentum) running + momentum statistics.</summary>
/// <param name="Offset">Where the stretch starts.</param>
/// <param name="Length">Its elements.</param>
/// <param name="Momentum">The share of the new statistics, as in PyTorch.</param>
/// <param name="Positions">Rows per sample that the statistics are taken over; with one, a batch needs two samples.</param>
internal sealed record StateUpdate(int Offset, int Length, double Momentum, long Positions);
