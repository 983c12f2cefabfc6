using TorchSharp;
using static TorchSharp.torch;

namespace NetGen.Benchmarks.Peers;

/// <summary>Networks with normalization, dropout and residual blocks, as PyTorch's users write them; they start from weights of their own.</summary>
internal static class TorchLayers
{
    /// <summary>784-[300, ReLU, batch normalization, dropout] x 10-10.</summary>
    public static nn.Module<Tensor, Tensor> TenNormalizedLayers() => nn.Sequential(
    [
        .. Enumerable.Range(0, 10).SelectMany(static layer => (nn.Module<Tensor, Tensor>[])[nn.Linear(layer == 0 ? 784 : 300, 300), nn.ReLU(), nn.BatchNorm1d(300), nn.Dropout(0.2)]),
        nn.Linear(300, 10),
    ]);

    /// <summary>Ten times x + dense(relu(normalize(x))), 256 wide.</summary>
    public static nn.Module<Tensor, Tensor> TenResidualBlocks() => nn.Sequential(
    [
        .. Enumerable.Range(0, 10).Select(static _ => new TorchResidual(nn.Sequential(nn.LayerNorm([256]), nn.ReLU(), nn.Linear(256, 256)))),
        nn.Linear(256, 10),
    ]);

    /// <summary>16-[32, ReLU, layer normalization, dropout] x 2-4.</summary>
    public static nn.Module<Tensor, Tensor> SmallNormalized() => nn.Sequential(
        nn.Linear(16, 32), nn.ReLU(), nn.LayerNorm([32]), nn.Dropout(0.1), nn.Linear(32, 32), nn.ReLU(), nn.LayerNorm([32]), nn.Dropout(0.1), nn.Linear(32, 4));
}
