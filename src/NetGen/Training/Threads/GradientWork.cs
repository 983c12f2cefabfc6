namespace NetGen.Training.Threads;

/// <summary>Computes the gradients of a batch and its statistics, each share's in its own buffers, the shares dealt out over the threads.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <typeparam name="TTarget">Its targets.</typeparam>
/// <param name="network">The network; it is read and not changed.</param>
/// <param name="gradients">Where gradients and statistics go.</param>
/// <param name="workers">The workers declared: the most shares.</param>
internal sealed unsafe class GradientWork<TNetwork, TTarget>(TNetwork network, GradientShares gradients, int workers) : IParallelWork
    where TNetwork : class, INetwork<TNetwork, TTarget>
    where TTarget : unmanaged
{
    private readonly double[] losses = new double[workers];

    // Spans cannot be fields; what they point to is pinned while the work is done.
    private float* inputs;
    private TTarget* targets;
    private int* order;
    private DataSet<TTarget>? data;
    private int samples;

    /// <summary>Computes the gradients of a batch.</summary>
    /// <param name="pool">The threads.</param>
    /// <param name="batchInputs">[samples][InputSize].</param>
    /// <param name="batchTargets">[samples][TargetSize].</param>
    /// <returns>The mean loss.</returns>
    public float Compute(WorkerPool pool, ReadOnlySpan<float> batchInputs, ReadOnlySpan<TTarget> batchTargets) =>
        Compute(pool, null, [], batchInputs, batchTargets);

    /// <summary>Gathers a batch, each share by the thread that learns from it, and computes its gradients.</summary>
    /// <param name="pool">The threads.</param>
    /// <param name="source">Where the samples are.</param>
    /// <param name="indices">Which of them are the batch.</param>
    /// <param name="batchInputs">[indices][InputSize]; overwritten.</param>
    /// <param name="batchTargets">[indices][TargetSize]; overwritten.</param>
    /// <returns>The mean loss.</returns>
    public float Compute(WorkerPool pool, DataSet<TTarget> source, ReadOnlySpan<int> indices, Span<float> batchInputs, Span<TTarget> batchTargets) =>
        Compute(pool, source, indices, (ReadOnlySpan<float>)batchInputs, batchTargets);

    private float Compute(
        WorkerPool pool, DataSet<TTarget>? source, ReadOnlySpan<int> indices, ReadOnlySpan<float> batchInputs, ReadOnlySpan<TTarget> batchTargets)
    {
        fixed (float* pinnedInputs = batchInputs)
        fixed (TTarget* pinnedTargets = batchTargets)
        fixed (int* pinnedOrder = indices)
        {
            inputs = pinnedInputs;
            targets = pinnedTargets;
            order = pinnedOrder;
            data = source;
            samples = batchInputs.Length / TNetwork.InputSize;
            gradients.Split(samples, CostModel.Shares(TNetwork.MultiplyAdds, samples, workers));
            pool.Run(this, Math.Min(gradients.Count, pool.MostThreads));
        }

        return gradients.Count == 1 ? (float)losses[0] : MeanLoss();
    }

    void IParallelWork.Run(int thread, int threads)
    {
        for (var share = thread; share < gradients.Count; share += threads)
        {
            var (first, count) = Share.Of(samples, share, gradients.Count);
            var shareInputs = new Span<float>(inputs + ((nint)first * TNetwork.InputSize), count * TNetwork.InputSize);
            var shareTargets = new Span<TTarget>(targets + ((nint)first * TNetwork.TargetSize), count * TNetwork.TargetSize);
            data?.Batch(new ReadOnlySpan<int>(order + first, count), shareInputs, shareTargets);
            losses[share] = network.ComputeGradients(
                shareInputs, shareTargets, gradients[share], new StepContext(network.Seed, network.Step, first), gradients.Statistics(share));
        }
    }

    private float MeanLoss()
    {
        var sum = 0.0;
        for (var share = 0; share < gradients.Count; share++)
        {
            sum += losses[share] * Share.Of(samples, share, gradients.Count).Length;
        }

        return (float)(sum / samples);
    }
}
