using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Work;

/// <summary>Steps of networks with normalization, dropout and residual blocks.</summary>
internal static class LayerRows
{
    /// <summary>All of them.</summary>
    public static IEnumerable<BenchmarkWork> All => [Normalized(256), Normalized(64), Residual, Small];

    private static LayerWork<TenResidualBlocks> Residual => new()
    {
        Id = "residual-128",
        Title = "10 pre-activation blocks (layer normalization, ReLU, dense 256), batch 128, Adam step",
        Batch = 128,
        Module = TorchLayers.TenResidualBlocks,
        Targets = [new PeerTarget(Peer.Torch, 2, 2)],
    };

    private static LayerWork<SmallNormalized> Small => new()
    {
        Id = "small-normalized-32",
        Title = "16-32-32-4 with layer normalization and dropout, batch 32, Adam step",
        Batch = 32,
        Module = TorchLayers.SmallNormalized,
        Targets = [new PeerTarget(Peer.Torch, 100, 100)],
    };

    private static LayerWork<TenNormalizedLayers> Normalized(int batch) => new()
    {
        Id = $"normalized-{batch}",
        Title = $"784-[300, batch normalization, dropout x 10]-10, batch {batch}, Adam step",
        Batch = batch,
        Module = TorchLayers.TenNormalizedLayers,
        Plain = Plain,
        MostTimesPlain = 1.2,
        Targets = [new PeerTarget(Peer.Torch, 2, 2)],
    };

    private static Action<int> Plain(float[] inputs, int[] targets, Optimizer optimizer)
    {
        var network = new TenLayers(seed: 1);
        return count =>
        {
            for (var step = 0; step < count; step++)
            {
                Consumed.Take(network.TrainStep(inputs, targets, optimizer));
            }
        };
    }
}
