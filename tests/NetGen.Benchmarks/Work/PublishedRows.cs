using NetGen.Benchmarks.Networks;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Work;

/// <summary>Published work done again: W3, W4, W5, W7, and a step of W1 and W6. The whole trainings stand with the runs that start cold.</summary>
internal static class PublishedRows
{
    private static readonly PeerOptimizer s_adam = new(IsAdam: true, 1e-3f);

    /// <summary>All of them.</summary>
    public static IEnumerable<BenchmarkWork> All =>
    [
        new TrainingWork<MatrixExponential, float>
        {
            Id = "w1-epoch",
            Title = "W1: 4-32-16-4 tanh, one epoch: a full batch of 10,000, Adam step",
            Batch = 10_000,
            Optimizer = s_adam,
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
        new ThreadedWork<MatrixExponential, float> { Id = "w1-epoch-two", Title = "W1: one epoch on two cores", Batch = 10_000 },
        new GradientWork<TwoLayers, float>
        {
            Id = "w3",
            Title = "W3: 24-8 tanh-2 without dropout, 200 samples, loss and gradient",
            Batch = 200,
            Targets = [new TimeTarget(1.5e-6)],
        },
        new PredictionWork<Dense4, float>
        {
            Id = "w4-4",
            Title = "W4: dense 4 x 4, one sample",
            Batch = 1,
            Targets = [new TimeTarget(2.5e-9)],
            Loop = static (network, inputs, outputs, count) =>
            {
                for (var step = 0; step < count; step++)
                {
                    network.Predict(inputs, outputs);
                }
            },
        },
        new PredictionWork<Dense16, float>
        {
            Id = "w4-16",
            Title = "W4: dense 16 x 16, one sample",
            Batch = 1,
            Targets = [new TimeTarget(6e-9)],
            Loop = static (network, inputs, outputs, count) =>
            {
                for (var step = 0; step < count; step++)
                {
                    network.Predict(inputs, outputs);
                }
            },
        },
        new PredictionWork<Dense64, float>
        {
            Id = "w4-64",
            Title = "W4: dense 64 x 64, one sample",
            Batch = 1,
            Targets = [new TimeTarget(50e-9)],
            Loop = static (network, inputs, outputs, count) =>
            {
                for (var step = 0; step < count; step++)
                {
                    network.Predict(inputs, outputs);
                }
            },
        },
        new TrainingWork<WideLayers, int>
        {
            Id = "w5-step",
            Title = "W5: 784-512-128-10 ReLU, batch 64, Adam step (60 of them: 0.06 s)",
            Batch = 64,
            Optimizer = s_adam,
            Targets = [new TimeTarget(0.06 / 60)],
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
        WidePrediction(128, 0.5e-3),
        WidePrediction(1, 40e-6),
        new TrainingWork<Fashion, int>
        {
            Id = "w6-step",
            Title = "W6: 784-128-10 ReLU, batch 32, Adam step",
            Batch = 32,
            Optimizer = s_adam,
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
        new TrainingWork<OneSample, float>
        {
            Id = "w7",
            Title = "W7: 4-32-16-4 ReLU, SGD step on one sample",
            Batch = 1,
            Optimizer = new PeerOptimizer(IsAdam: false, 1e-2f),
            Targets = [new TimeTarget(150e-9), new PeerTarget(Peer.Torch, 500, 500)],
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
    ];

    private static PredictionWork<WideLayers, int> WidePrediction(int batch, double seconds) => new()
    {
        Id = $"w5-predict-{batch}",
        Title = $"W5: 784-512-128-10 ReLU, prediction of {batch}",
        Batch = batch,
        Targets = [new TimeTarget(seconds)],
        Loop = static (network, inputs, outputs, count) =>
        {
            for (var step = 0; step < count; step++)
            {
                network.Predict(inputs, outputs);
            }
        },
    };
}
