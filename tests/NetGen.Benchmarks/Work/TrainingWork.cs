using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Work;

/// <summary>A whole step of training: forward, backward, update.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <typeparam name="TTarget">Its targets.</typeparam>
internal sealed class TrainingWork<TNetwork, TTarget> : BenchmarkWork
    where TNetwork : class, INetwork<TNetwork, TTarget>
    where TTarget : unmanaged
{
    private const ulong Seed = 1;
    private const int AgreementSteps = 20;

    // So small that the ten thousands of timed steps on one batch leave the network what it was.
    private const float TimedLearningRate = 1e-5f;

    /// <summary>Samples a step.</summary>
    public required int Batch { get; init; }

    /// <summary>The update, with the learning rate at which the losses of both sides are compared.</summary>
    public required PeerOptimizer Optimizer { get; init; }

    /// <summary>Our steps.</summary>
    public required TrainingLoop<TNetwork, TTarget> Loop { get; init; }

    /// <inheritdoc/>
    public override Row Measure(Effort effort, Machine machine)
    {
        var inputs = BatchData.Inputs(Batch, TNetwork.InputSize);
        var targets = BatchData.Targets<TNetwork, TTarget>(Batch);
        var network = TNetwork.Create(Seed);
        var optimizer = Optimizer.At(TimedLearningRate).Create();
        var model = PeerModel.Of<TNetwork, TTarget>(network);
        using var torch = TorchLibrary.Problem is null ? new TorchNetwork(model, inputs, targets, Optimizer.At(TimedLearningRate)) : null;

        List<Contestant> contestants = [new("ours", count => Consumed.Take(Loop(network, inputs, targets, optimizer, count)))];
        if (torch is not null)
        {
            contestants.Add(new("libtorch", count => torch.Train(count)));
        }

        var result = PairedRunner.Run(contestants, effort);
        return Judge(
            new Row
            {
                Id = Id,
                Title = Title,
                Flops = 6 * BatchData.MultiplyAdds<TNetwork, TTarget>() * Batch,
                Ours = result.Timings[0],
                Torch = torch is null ? null : result.Timings[1],
                ComparesTorch = true,
                PeakGflops = result.PeakGflops,
                AllocatedBytes = result.AllocatedBytes,
                Agreement = torch is null ? null : Compare(model, inputs, targets),
            },
            machine);
    }

    private Agreement Compare(PeerModel model, float[] inputs, TTarget[] targets)
    {
        var network = TNetwork.Create(Seed);
        var optimizer = Optimizer.Create();
        using var torch = new TorchNetwork(model, inputs, targets, Optimizer);
        var first = network.ComputeLoss(inputs, targets);
        var (ours, theirs) = (0f, 0f);
        for (var step = 0; step < AgreementSteps; step++)
        {
            ours = Loop(network, inputs, targets, optimizer, 1);
            theirs = torch.Train(1);
        }

        return new Agreement($"loss of step {AgreementSteps}", first, ours, theirs, Math.Abs(ours - theirs) / Math.Abs(theirs));
    }
}
