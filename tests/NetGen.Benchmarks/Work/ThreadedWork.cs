using System.Globalization;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Report;

namespace NetGen.Benchmarks.Work;

/// <summary>A whole step on two workers against the same step on one, in turns.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <typeparam name="TTarget">Its targets.</typeparam>
internal sealed class ThreadedWork<TNetwork, TTarget> : BenchmarkWork
    where TNetwork : class, INetwork<TNetwork, TTarget>
    where TTarget : unmanaged
{
    private const ulong Seed = 1;
    private const int Workers = 2;
    private const float LearningRate = 1e-5f;

    /// <summary>Samples a step.</summary>
    public required int Batch { get; init; }

    /// <summary>How many times one worker's speed is to be reached; null where that is only shown.</summary>
    public double? Goal { get; init; }

    /// <inheritdoc/>
    public override Row Measure(Effort effort, Machine machine)
    {
        var inputs = BatchData.Inputs(Batch, TNetwork.InputSize);
        var targets = BatchData.Targets<TNetwork, TTarget>(Batch);
        using var one = new ParallelTrainer<TNetwork, TTarget>(TNetwork.Create(Seed), workers: 1);
        using var two = new ParallelTrainer<TNetwork, TTarget>(TNetwork.Create(Seed), Workers);
        var (optimizerOfOne, optimizerOfTwo) = (new Adam(LearningRate), new Adam(LearningRate));
        var result = PairedRunner.Run(
            [
                new("two workers", count => Train(two, optimizerOfTwo, count)),
                new("one worker", count => Train(one, optimizerOfOne, count)),
            ],
            effort);
        var factor = result.Timings[1].Median / result.Timings[0].Median;
        var reached = string.Create(CultureInfo.InvariantCulture, $"{factor:0.00} x");
        var rate = 6 * BatchData.MultiplyAdds<TNetwork, TTarget>() * Batch / result.Timings[0].Median / 1e9;
        return new Row
        {
            Id = Id,
            Title = Title,
            Ours = result.Timings[0],
            PeakGflops = result.PeakGflops,
            AllocatedBytes = result.AllocatedBytes,
            Note = string.Create(
                CultureInfo.InvariantCulture,
                $"two workers {Words.ThreeDigits(rate)} GFLOP/s; one worker took {Words.Time(result.Timings[1].Median)} ({Words.Time(result.Timings[1].Percentile95)}), {reached} as long."),
            Targets = Goal is { } goal
                ? [new TargetResult(string.Create(CultureInfo.InvariantCulture, $"{goal} x one worker"), reached, factor >= goal ? Verdict.Reached : Verdict.Short)]
                : [],
        };

        void Train(ParallelTrainer<TNetwork, TTarget> trainer, Optimizer optimizer, int count)
        {
            for (var step = 0; step < count; step++)
            {
                Consumed.Take(trainer.TrainStep(inputs, targets, optimizer));
            }
        }
    }
}
