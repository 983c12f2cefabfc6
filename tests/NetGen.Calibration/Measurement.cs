namespace NetGen.Calibration;

/// <summary>What a network came to under its best setting: the middle of the seeds, and the worst and best of them.</summary>
/// <param name="Setting">The setting whose middle seed learned most.</param>
/// <param name="Progress">The share of the constant answer's loss that training took away, averaged over the budget; below 0 where it got worse, -1 at least.</param>
/// <param name="Lowest">The same for the seed that learned least.</param>
/// <param name="Highest">The same for the seed that learned most.</param>
/// <param name="Final">The progress in the last epoch, the middle of the seeds.</param>
internal sealed record Measurement(string Setting, double Progress, double Lowest, double Highest, double Final);
