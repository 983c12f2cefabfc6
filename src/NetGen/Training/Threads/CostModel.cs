namespace NetGen.Training.Threads;

/// <summary>
/// What is worth being split over threads. How a batch is split decides the bits of its gradients, so it follows from the network, the batch and the declared
/// workers alone, never from the machine; how many threads do the work does not change a bit, and follows from the machine's processors too.
/// </summary>
internal static class CostModel
{
    /// <summary>
    /// The fewest multiply-adds of a share of a batch, counted over forward and backward pass: 9 microseconds of 64-64-32-10, measured at 60
    /// multiply-adds a nanosecond, where setting two threads to work and waiting for both takes 0.4, and a step does that twice.
    /// </summary>
    public const long MultiplyAddsOfShare = 1 << 19;

    /// <summary>
    /// The fewest samples of a share. With fewer, its own gradient buffer costs as much to write and to add up as its samples cost to compute: two shares of 8
    /// were measured to gain a tenth over one share of 16.
    /// </summary>
    public const int SamplesOfShare = 8;

    /// <summary>The fewest parameters that a thread updates: 6 microseconds of Adam (measured at 0.4 nanoseconds a parameter).</summary>
    public const int ParametersOfThread = 1 << 14;

    // One forward; in the backward pass one for the gradients of the weights and one for those of the inputs.
    private const int Passes = 3;

    /// <summary>Into how many shares a batch is split for its gradients.</summary>
    /// <param name="multiplyAdds">Multiply-adds of one sample's forward pass.</param>
    /// <param name="samples">Samples of the batch.</param>
    /// <param name="workers">The workers declared.</param>
    /// <returns>From 1 to <paramref name="workers"/>.</returns>
    public static int Shares(long multiplyAdds, int samples, int workers)
    {
        // In double, which no product of an int and a long overflows.
        var affordable = (double)multiplyAdds * Passes * samples / MultiplyAddsOfShare;
        return (int)Math.Max(1, Math.Min(Math.Min(workers, samples / SamplesOfShare), affordable));
    }

    /// <summary>How many threads update the parameters.</summary>
    /// <param name="parameters">Their number.</param>
    /// <param name="most">The most threads there can be.</param>
    public static int UpdateThreads(int parameters, int most) => Math.Clamp(parameters / ParametersOfThread, 1, most);

    /// <summary>How many threads measure a data set, which is a forward pass.</summary>
    /// <param name="multiplyAdds">Multiply-adds of one sample's forward pass.</param>
    /// <param name="samples">Samples of the set.</param>
    /// <param name="most">The most threads there can be.</param>
    public static int EvaluationThreads(long multiplyAdds, int samples, int most) =>
        (int)Math.Max(1, Math.Min(most, (double)multiplyAdds * samples / MultiplyAddsOfShare));
}
