using NetGen.Numerics;
using NetGen.Optimizers;

namespace NetGen.Training.Threads;

/// <summary>
/// Adds up the gradients of a batch's shares and updates the parameters in one pass, each thread for a part of the parameters: block by block, so that a sum
/// is still in the first-level cache when the optimizer reads it.
/// </summary>
/// <param name="gradients">The gradients.</param>
/// <param name="mostThreads">The most threads there can be.</param>
internal sealed unsafe class UpdateWork(GradientShares gradients, int mostThreads) : IParallelWork
{
    /// <summary>Floats added up at a time, a multiple of every vector's and a cache line's. Parts begin at multiples of it.</summary>
    public const int Block = 2048;

    private readonly AlignedBuffer?[] sums = new AlignedBuffer?[mostThreads];
    private float* parameters;
    private ElementwiseOptimizer? optimizer;

    /// <summary>Takes a step.</summary>
    /// <param name="pool">The threads.</param>
    /// <param name="updated">All parameters.</param>
    /// <param name="rule">The optimizer.</param>
    public void Compute(WorkerPool pool, Span<float> updated, ElementwiseOptimizer rule)
    {
        // Refuses what it must before anything is changed.
        rule.Begin(updated.Length, gradients.Length);
        fixed (float* pinned = updated)
        {
            parameters = pinned;
            optimizer = rule;
            pool.Run(this, CostModel.UpdateThreads(updated.Length, pool.MostThreads));
        }
    }

    void IParallelWork.Run(int thread, int threads)
    {
        var (start, length) = Share.OfUnits(gradients.Length, Block, thread, threads);
        if (gradients.Count == 1)
        {
            optimizer!.Update(new Span<float>(parameters + start, length), gradients[0].Slice(start, length), start);
            return;
        }

        var sum = (sums[thread] ??= new AlignedBuffer(Block)).Span;
        for (var end = start + length; start < end; start += Block)
        {
            var block = sum[..Math.Min(Block, end - start)];
            gradients.Sum(start, block);
            optimizer!.Update(new Span<float>(parameters + start, block.Length), block, start);
        }
    }
}
