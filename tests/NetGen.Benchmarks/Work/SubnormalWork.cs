using System.Globalization;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Report;

namespace NetGen.Benchmarks.Work;

/// <summary>
/// Steps in which nearly every number is subnormal (below 1.2e-38), which processors may compute a hundred times as slowly, against the same steps with ordinary
/// ones, in turns. The inputs are so small that activations and the gradients and moments of all weights become so too.
/// </summary>
internal sealed class SubnormalWork : BenchmarkWork
{
    private const int Batch = 64;
    private const ulong Seed = 1;
    private const float LearningRate = 1e-5f;
    private const float Smallness = 1e-39f;
    private const double MostTimesAsLong = 1.1;

    /// <inheritdoc/>
    public override Row Measure(Effort effort, Machine machine)
    {
        var ordinary = BatchData.Inputs(Batch, WithoutBias.InputSize);
        var subnormal = Array.ConvertAll(ordinary, static value => value * Smallness);
        var targets = BatchData.Targets<WithoutBias, int>(Batch);
        var result = PairedRunner.Run([Contestant("subnormal", subnormal), Contestant("ordinary", ordinary)], effort);
        var ratio = result.Timings[0].Median / result.Timings[1].Median;
        var reached = string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00} x");
        return new Row
        {
            Id = Id,
            Title = Title,
            Flops = 6 * BatchData.MultiplyAdds<WithoutBias, int>() * Batch,
            Ours = result.Timings[0],
            PeakGflops = result.PeakGflops,
            AllocatedBytes = result.AllocatedBytes,
            Note = $"with ordinary numbers a step takes {Words.Time(result.Timings[1].Median)} ({Words.Time(result.Timings[1].Percentile95)}).",
            Targets =
            [
                new TargetResult(
                    string.Create(CultureInfo.InvariantCulture, $"at most {MostTimesAsLong} x as long as with ordinary numbers"),
                    reached,
                    ratio <= MostTimesAsLong ? Verdict.Reached : Verdict.Short),
            ],
        };

        Contestant Contestant(string name, float[] inputs)
        {
            var (network, optimizer) = (new WithoutBias(Seed), new Adam(LearningRate));
            return new(name, count =>
            {
                for (var step = 0; step < count; step++)
                {
                    Consumed.Take(network.TrainStep(inputs, targets, optimizer));
                }
            });
        }
    }
}
