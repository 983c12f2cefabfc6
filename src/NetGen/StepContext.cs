namespace NetGen;

/// <summary>
/// What layers that draw random numbers in training draw them by. A mask or a noise value depends on the seed, the step, the sample's index in the batch, the
/// layer's number and the element alone (Philox 4x32-10): not on the number of workers, the vector width or what was drawn before.
/// </summary>
/// <param name="Seed">The generator's key: the network's seed.</param>
/// <param name="Step">The number of the training step, from 0 to 2^48 - 1; numbers that differ by 2^48 draw the same.</param>
/// <param name="FirstSample">
/// The index in the batch of the first sample of what is passed, from 0: a worker that computes a share of a batch passes the share's first index.
/// </param>
public readonly record struct StepContext(ulong Seed, long Step, long FirstSample = 0);
