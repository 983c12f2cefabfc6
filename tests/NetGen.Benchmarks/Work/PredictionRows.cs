using NetGen.Benchmarks.Networks;

namespace NetGen.Benchmarks.Work;

/// <summary>Prediction against ONNX Runtime, and libtorch beside it.</summary>
internal static class PredictionRows
{
    /// <summary>All of them.</summary>
    public static IEnumerable<BenchmarkWork> All =>
    [
        new PredictionWork<TinyTanh, int>
        {
            Id = "predict-tiny-tanh-1",
            Title = "2-8-8-2 tanh, prediction of 1",
            Batch = 1,
            Targets = [new PeerTarget(Peer.Onnx, 20, 20)],
            Loop = static (network, inputs, outputs, count) =>
            {
                for (var step = 0; step < count; step++)
                {
                    network.Predict(inputs, outputs);
                }
            },
        },
        new PredictionWork<TinyRelu, int>
        {
            Id = "predict-tiny-relu-1",
            Title = "4-16-16-3 ReLU, prediction of 1",
            Batch = 1,
            Targets = [new PeerTarget(Peer.Onnx, 20, 20)],
            Loop = static (network, inputs, outputs, count) =>
            {
                for (var step = 0; step < count; step++)
                {
                    network.Predict(inputs, outputs);
                }
            },
        },
        Small(1, 5, 5),
        Small(32, 2, 1.5),
        ThreeLayers(1),
        ThreeLayers(256),
        TenLayers(32),
        TenLayers(256),
    ];

    private static PredictionWork<SmallRelu, int> Small(int batch, double wide, double narrow) => new()
    {
        Id = $"predict-small-{batch}",
        Title = $"64-64-32-10 ReLU, prediction of {batch}",
        Batch = batch,
        Targets = [new PeerTarget(Peer.Onnx, wide, narrow)],
        Loop = static (network, inputs, outputs, count) =>
        {
            for (var step = 0; step < count; step++)
            {
                network.Predict(inputs, outputs);
            }
        },
    };

    private static PredictionWork<ThreeLayers, int> ThreeLayers(int batch) => new()
    {
        Id = $"predict-three-layers-{batch}",
        Title = $"784-300-100-10 ReLU, prediction of {batch}",
        Batch = batch,
        Targets = [new PeerTarget(Peer.Onnx, 1, 1)],
        Loop = static (network, inputs, outputs, count) =>
        {
            for (var step = 0; step < count; step++)
            {
                network.Predict(inputs, outputs);
            }
        },
    };

    private static PredictionWork<TenLayers, int> TenLayers(int batch) => new()
    {
        Id = $"predict-w9-{batch}",
        Title = $"784-[300 x 10]-10 ReLU, prediction of {batch}",
        Batch = batch,
        Targets = [new PeerTarget(Peer.Onnx, 1, 1)],
        Loop = static (network, inputs, outputs, count) =>
        {
            for (var step = 0; step < count; step++)
            {
                network.Predict(inputs, outputs);
            }
        },
    };
}
