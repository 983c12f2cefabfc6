using System.Globalization;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Peers;
using NetGen.Benchmarks.Report;
using TorchSharp;

namespace NetGen.Benchmarks.Work;

/// <summary>A whole step of a network with layers beyond dense ones, against libtorch and, where it is asked for, against the same network without them.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
internal sealed class LayerWork<TNetwork> : BenchmarkWork
    where TNetwork : class, INetwork<TNetwork, int>
{
    private const float LearningRate = 1e-5f;

    /// <summary>Samples per step.</summary>
    public required int Batch { get; init; }

    /// <summary>The network in TorchSharp.</summary>
    public required Func<torch.nn.Module<torch.Tensor, torch.Tensor>> Module { get; init; }

    /// <summary>A step of the plain network on the same batch; null where none is compared.</summary>
    public Func<float[], int[], Optimizer, Action<int>>? Plain { get; init; }

    /// <summary>How many times as long as a plain step it may take.</summary>
    public double MostTimesPlain { get; init; }

    /// <inheritdoc/>
    public override Row Measure(Effort effort, Machine machine)
    {
        var inputs = BatchData.Inputs(Batch, TNetwork.InputSize);
        var targets = BatchData.Targets<TNetwork, int>(Batch);
        var network = TNetwork.Create(1);
        var optimizer = new Adam(LearningRate);
        List<Contestant> contestants = [new("ours", count =>
        {
            for (var step = 0; step < count; step++)
            {
                Consumed.Take(network.TrainStep(inputs, targets, optimizer));
            }
        })];
        if (Plain is not null)
        {
            contestants.Add(new("plain", Plain(inputs, targets, new Adam(LearningRate))));
        }

        using var torch = TorchLibrary.Problem is null ? Peer(inputs, targets) : null;
        if (torch is not null)
        {
            contestants.Add(new("libtorch", count => torch.Train(count)));
        }

        var result = PairedRunner.Run(contestants, effort);
        var row = new Row
        {
            Id = Id,
            Title = Title,
            Flops = 6 * BatchData.MultiplyAdds<TNetwork, int>() * Batch,
            Ours = result.Timings[0],
            Torch = torch is null ? null : result.Timings[^1],
            ComparesTorch = true,
            PeakGflops = result.PeakGflops,
            AllocatedBytes = result.AllocatedBytes,
        };
        return Judge(Plain is null ? row : AgainstPlain(row, result.Timings[1]), machine);
    }

    private Row AgainstPlain(Row row, Timing plain)
    {
        var ratio = row.Ours!.Median / plain.Median;
        return row with
        {
            Note = $"without normalization and dropout a step takes {Words.Time(plain.Median)} ({Words.Time(plain.Percentile95)}).",
            Targets =
            [
                new TargetResult(
                    string.Create(CultureInfo.InvariantCulture, $"at most {MostTimesPlain} x the plain network's step"),
                    string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00} x"),
                    ratio <= MostTimesPlain ? Verdict.Reached : Verdict.Short),
            ],
        };
    }

    private TorchNetwork Peer(float[] inputs, int[] targets) =>
        new(Module(), TNetwork.Loss.Name, TNetwork.InputSize, TNetwork.OutputSize, inputs, targets, new PeerOptimizer(IsAdam: true, LearningRate));
}
