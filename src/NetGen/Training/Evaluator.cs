using System.Runtime.InteropServices;
using NetGen.Numerics;
using NetGen.Training.Threads;

namespace NetGen.Training;

/// <summary>
/// Measures a network on data sets, chunk by chunk, the chunks dealt out over threads with a reused buffer each. Sums are kept by chunk and added up in the
/// chunks' order, so that their bits are the same with any number of threads.
/// </summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <typeparam name="TTarget">Its targets.</typeparam>
/// <param name="network">The network.</param>
/// <param name="pool">The threads.</param>
internal sealed class Evaluator<TNetwork, TTarget>(TNetwork network, WorkerPool pool) : IParallelWork
    where TNetwork : class, INetwork<TNetwork, TTarget>
    where TTarget : unmanaged
{
    private const int ChunkSamples = 256;

    private readonly AlignedBuffer?[] outputs = new AlignedBuffer?[pool.MostThreads];
    private (double Loss, double Metric)[] sums = [];
    private DataSet<TTarget>? measured;
    private bool measuresLoss;
    private CancellationToken cancelled;

    /// <summary>Loss and metric.</summary>
    /// <param name="data">Data that fit the network.</param>
    /// <param name="cancellation">Stops between two chunks.</param>
    public Evaluation Evaluate(DataSet<TTarget> data, CancellationToken cancellation)
    {
        var (loss, metric) = Walk(data, withLoss: true, cancellation);
        return new Evaluation
        {
            Count = data.Count,
            Loss = loss,
            Accuracy = IsRegression ? null : metric,
            MeanAbsoluteError = IsRegression ? metric : null,
        };
    }

    /// <summary>The metric alone, without the cost of the loss.</summary>
    /// <param name="data">Data that fit the network.</param>
    /// <param name="cancellation">Stops between two chunks.</param>
    /// <returns>Accuracy or mean absolute error, whichever the network's task has.</returns>
    public double Measure(DataSet<TTarget> data, CancellationToken cancellation) => Walk(data, withLoss: false, cancellation).Metric;

    /// <summary>Whether the metric is an error and no accuracy.</summary>
    public static bool IsRegression => TNetwork.Loss.Task == NetworkTask.Regression;

    private (double Loss, double Metric) Walk(DataSet<TTarget> data, bool withLoss, CancellationToken cancellation)
    {
        var chunks = (data.Count - 1) / ChunkSamples + 1;
        if (sums.Length < chunks)
        {
            sums = new (double, double)[chunks];
        }

        (measured, measuresLoss, cancelled) = (data, withLoss, cancellation);
        pool.Run(this, Math.Min(chunks, CostModel.EvaluationThreads(TNetwork.MultiplyAdds, data.Count, pool.MostThreads)));
        var (loss, metric) = (0.0, 0.0);
        foreach (var sum in sums.AsSpan(0, chunks))
        {
            loss += sum.Loss;
            metric += sum.Metric;
        }

        var terms = TNetwork.Loss.Task == NetworkTask.Classification ? data.Count : (double)data.Count * TNetwork.OutputSize;
        return (loss / data.Count, metric / terms);
    }

    void IParallelWork.Run(int thread, int threads)
    {
        var data = measured!;
        var buffer = (outputs[thread] ??= new AlignedBuffer(checked(ChunkSamples * TNetwork.OutputSize))).Span;
        for (var chunk = thread; chunk <= (data.Count - 1) / ChunkSamples; chunk += threads)
        {
            cancelled.ThrowIfCancellationRequested();
            var start = chunk * ChunkSamples;
            var samples = Math.Min(ChunkSamples, data.Count - start);
            var chunkInputs = data.Inputs.Slice(start * TNetwork.InputSize, samples * TNetwork.InputSize);
            var chunkTargets = data.Targets.Slice(start * TNetwork.TargetSize, samples * TNetwork.TargetSize);
            var chunkOutputs = buffer[..(samples * TNetwork.OutputSize)];
            network.Predict(chunkInputs, chunkOutputs);
            var metric = MetricSum(chunkOutputs, chunkTargets);
            sums[chunk] = (measuresLoss ? (double)network.ComputeLoss(chunkInputs, chunkTargets) * samples : 0, metric);
        }
    }

    private static double MetricSum(ReadOnlySpan<float> outputs, ReadOnlySpan<TTarget> targets)
    {
        if (typeof(TTarget) == typeof(int))
        {
            return Metrics.RightClasses(outputs, MemoryMarshal.Cast<TTarget, int>(targets), TNetwork.OutputSize);
        }

        var numbers = MemoryMarshal.Cast<TTarget, float>(targets);
        return IsRegression ? Metrics.AbsoluteErrors(outputs, numbers) : Metrics.RightSides(outputs, numbers);
    }
}
