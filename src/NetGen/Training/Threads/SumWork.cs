namespace NetGen.Training.Threads;

/// <summary>Adds up the gradients of a batch's shares, each thread for a part of the parameters.</summary>
/// <param name="gradients">The gradients.</param>
internal sealed unsafe class SumWork(GradientShares gradients) : IParallelWork
{
    private float* sum;

    /// <summary>Adds up.</summary>
    /// <param name="pool">The threads.</param>
    /// <param name="into">A float a parameter; overwritten. May be the first share's buffer.</param>
    public void Compute(WorkerPool pool, Span<float> into)
    {
        fixed (float* pinned = into)
        {
            sum = pinned;
            pool.Run(this, CostModel.UpdateThreads(gradients.Length, pool.MostThreads));
        }
    }

    void IParallelWork.Run(int thread, int threads)
    {
        var (start, length) = Share.OfUnits(gradients.Length, UpdateWork.Block, thread, threads);
        for (var done = 0; done < length; done += UpdateWork.Block)
        {
            gradients.Sum(start + done, new Span<float>(sum + start + done, Math.Min(UpdateWork.Block, length - done)));
        }
    }
}
