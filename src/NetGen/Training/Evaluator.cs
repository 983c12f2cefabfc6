using System.Runtime.InteropServices;
using NetGen.Numerics;

namespace NetGen.Training;

/// <summary>Measures a network on data sets, chunk by chunk through one reused buffer.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <typeparam name="TTarget">Its targets.</typeparam>
/// <param name="network">The network.</param>
internal sealed class Evaluator<TNetwork, TTarget>(TNetwork network)
    where TNetwork : class, INetwork<TNetwork, TTarget>
    where TTarget : unmanaged
{
    private const int ChunkSamples = 256;

    private AlignedBuffer? outputs;

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
        var inputs = data.Inputs;
        var targets = data.Targets;
        var lossSum = 0.0;
        var metricSum = 0.0;
        for (var start = 0; start < data.Count; start += ChunkSamples)
        {
            cancellation.ThrowIfCancellationRequested();
            var samples = Math.Min(ChunkSamples, data.Count - start);
            var chunkInputs = inputs.Slice(start * TNetwork.InputSize, samples * TNetwork.InputSize);
            var chunkTargets = targets.Slice(start * TNetwork.TargetSize, samples * TNetwork.TargetSize);
            var chunkOutputs = Outputs(samples);
            network.Predict(chunkInputs, chunkOutputs);
            metricSum += MetricSum(chunkOutputs, chunkTargets);
            if (withLoss)
            {
                lossSum += (double)network.ComputeLoss(chunkInputs, chunkTargets) * samples;
            }
        }

        var terms = TNetwork.Loss.Task == NetworkTask.Classification ? data.Count : (double)data.Count * TNetwork.OutputSize;
        return (lossSum / data.Count, metricSum / terms);
    }

    private Span<float> Outputs(int samples)
    {
        outputs ??= new AlignedBuffer(checked(ChunkSamples * TNetwork.OutputSize));
        return outputs.Span[..(samples * TNetwork.OutputSize)];
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
