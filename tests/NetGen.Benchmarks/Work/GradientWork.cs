using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Work;

/// <summary>The loss of a batch and its gradient by every parameter, without an update.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <typeparam name="TTarget">Its targets.</typeparam>
internal sealed class GradientWork<TNetwork, TTarget> : BenchmarkWork
    where TNetwork : class, INetwork<TNetwork, TTarget>
    where TTarget : unmanaged
{
    private const ulong Seed = 1;

    /// <summary>Samples at once.</summary>
    public required int Batch { get; init; }

    /// <inheritdoc/>
    public override Row Measure(Effort effort, Machine machine)
    {
        var inputs = BatchData.Inputs(Batch, TNetwork.InputSize);
        var targets = BatchData.Targets<TNetwork, TTarget>(Batch);
        var gradients = new float[TNetwork.ParameterCount];
        var network = TNetwork.Create(Seed);
        var model = PeerModel.Of<TNetwork, TTarget>(network);
        using var torch = TorchLibrary.Problem is null ? new TorchNetwork(model, inputs, targets, new PeerOptimizer(IsAdam: false, 0)) : null;

        List<Contestant> contestants = [new("ours", Differentiate)];
        if (torch is not null)
        {
            contestants.Add(new("libtorch", torch.Differentiate));
        }

        var result = PairedRunner.Run(contestants, effort);
        var loss = network.ComputeLoss(inputs, targets);
        var theirs = torch?.Train(1);
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
                Agreement = theirs is { } peer ? new Agreement("loss", null, loss, peer, Math.Abs(loss - peer) / Math.Abs(peer)) : null,
            },
            machine);

        void Differentiate(int count)
        {
            for (var step = 0; step < count; step++)
            {
                Consumed.Take(network.ComputeGradients(inputs, targets, gradients));
            }
        }
    }
}
