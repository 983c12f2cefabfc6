using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Work;

/// <summary>Steps of training against libtorch.</summary>
internal static class TrainingRows
{
    private static readonly PeerOptimizer s_adam = new(IsAdam: true, 1e-3f);

    // Adam's first steps are the gradients' signs, which rounding decides where a gradient is next to nothing; at larger rates ten layers make much of it.
    private static readonly PeerOptimizer s_slowAdam = new(IsAdam: true, 1e-5f);
    private static readonly PeerOptimizer s_sgd = new(IsAdam: false, 1e-2f);

    /// <summary>All of them.</summary>
    public static IEnumerable<BenchmarkWork> All =>
    [
        new KernelWork
        {
            Id = "w9-matmuls",
            Title = "W9, batch 256: the matrix products alone, forward and backward",
            Targets = [new PeakTarget(93, 88)],
        },
        TenLayers(256, new PeerTarget(Peer.Torch, 3, 1.5), new PeakTarget(80, 80)),
        TenLayers(64, new PeerTarget(Peer.Torch, 3, 2.5)),
        new ThreadedWork<TenLayers, int> { Id = "w9-256-two", Title = "W9, batch 256, Adam step on two cores", Batch = 256, Goal = 1.8 },
        new TrainingWork<ThreeLayers, int>
        {
            Id = "three-layers-64",
            Title = "784-300-100-10 ReLU, batch 64, SGD step",
            Batch = 64,
            Optimizer = s_sgd,
            Targets = [new PeakTarget(80, 85), new PeerTarget(Peer.Torch, 1.9, 1.1)],
            Loop = static (network, inputs, targets, optimizer, count) =>
            {
                var loss = 0f;
                for (var step = 0; step < count; step++)
                {
                    loss = network.TrainStep(inputs, targets, optimizer);
                }

                return loss;
            },
        },
        new SubnormalWork { Id = "subnormal-64", Title = "784-300-100-10 ReLU without biases, batch 64, Adam step, all numbers subnormal" },
        TinyTanh(32, 100),
        TinyTanh(1, 300),
        TinyRelu(32, 100),
        TinyRelu(1, 300),
    ];

    private static TrainingWork<TenLayers, int> TenLayers(int batch, params Target[] targets) => new()
    {
        Id = $"w9-{batch}",
        Title = $"W9: 784-[300 x 10]-10 ReLU, batch {batch}, Adam step",
        Batch = batch,
        Optimizer = s_slowAdam,
        Targets = targets,
        Loop = static (network, inputs, targets, optimizer, count) =>
        {
            var loss = 0f;
            for (var step = 0; step < count; step++)
            {
                loss = network.TrainStep(inputs, targets, optimizer);
            }

            return loss;
        },
    };

    private static TrainingWork<TinyTanh, int> TinyTanh(int batch, double factor) => new()
    {
        Id = $"tiny-tanh-{batch}",
        Title = $"2-8-8-2 tanh, batch {batch}, SGD step",
        Batch = batch,
        Optimizer = s_sgd,
        Targets = [new PeerTarget(Peer.Torch, factor, factor)],
        Loop = static (network, inputs, targets, optimizer, count) =>
        {
            var loss = 0f;
            for (var step = 0; step < count; step++)
            {
                loss = network.TrainStep(inputs, targets, optimizer);
            }

            return loss;
        },
    };

    private static TrainingWork<TinyRelu, int> TinyRelu(int batch, double factor) => new()
    {
        Id = $"tiny-relu-{batch}",
        Title = $"4-16-16-3 ReLU, batch {batch}, Adam step",
        Batch = batch,
        Optimizer = s_adam,
        Targets = [new PeerTarget(Peer.Torch, factor, factor)],
        Loop = static (network, inputs, targets, optimizer, count) =>
        {
            var loss = 0f;
            for (var step = 0; step < count; step++)
            {
                loss = network.TrainStep(inputs, targets, optimizer);
            }

            return loss;
        },
    };
}
