using NetGen.Tests.Emitted;
using NetGen.Training.Threads;
using Xunit;

namespace NetGen.Tests.Training.Threads;

public sealed class ParallelTrainerTests
{
    private static readonly DataSet<int> s_data = WorkerFixtures.Data<TiledClassifier>();

    private static readonly Dictionary<string, Func<Optimizer>> s_optimizers = new()
    {
        ["Sgd"] = static () => new Sgd(.05f),
        ["Sgd, Nesterov"] = static () => new Sgd(.01f) { Momentum = .9, Nesterov = true },
        ["Adagrad"] = static () => new Adagrad { InitialAccumulator = .1 },
        ["RmsProp"] = static () => new RmsProp(1e-3f) { Epsilon = 1e-3 },
        ["RmsProp, momentum"] = static () => new RmsProp(1e-3f) { Epsilon = 1e-3, Momentum = .5 },
        ["RmsProp, centred"] = static () => new RmsProp(1e-3f) { Epsilon = 1e-2, Centered = true },
        ["RmsProp, centred, momentum"] = static () => new RmsProp(1e-3f) { Epsilon = 1e-2, Centered = true, Momentum = .5 },
        ["Adam"] = static () => new Adam { Epsilon = 1e-3 },
        ["AdamW"] = static () => new AdamW { Epsilon = 1e-3 },
        ["Nadam"] = static () => new Nadam { Epsilon = 1e-3 },
        ["Adamax"] = static () => new Adamax { Epsilon = 1e-3 },
        ["RAdam"] = static () => new RAdam { Epsilon = 1e-3 },
    };

    public static TheoryData<string> Optimizers() => [.. s_optimizers.Keys];

    [Fact]
    public void OneWorkerGivesTheBitsOfTheNetworksOwnStep()
    {
        var (expected, network) = (new TiledClassifier(seed: 1), new TiledClassifier(seed: 1));
        var (itsOwn, optimizer) = (new Adam(), new Adam());
        using var trainer = new ParallelTrainer<TiledClassifier, int>(network, workers: 1);
        for (var step = 0; step < 5; step++)
        {
            Assert.Equal(expected.TrainStep(s_data.Inputs, s_data.Targets, itsOwn), trainer.TrainStep(s_data.Inputs, s_data.Targets, optimizer));
        }

        Assert.Equal(expected.Parameters, network.Parameters);
        Assert.Equal(0, trainer.Pool.StartedThreads);
    }

    /// <summary>The bits follow from the declared workers; threads and processors only decide who computes them.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void BitsDependOnWorkersAndNotOnThreads(int workers)
    {
        var expected = Run(workers, processors: 1, out var started);
        Assert.Equal(0, started);
        for (var processors = 2; processors <= workers; processors++)
        {
            Assert.Equal(expected, Run(workers, processors, out started));
            Assert.Equal(processors - 1, started);
        }

        Assert.NotEqual(expected, Run(1, 1, out _));

        static float[] Run(int workers, int processors, out int started)
        {
            var (network, optimizer) = (new TiledClassifier(seed: 1), new Adam());
            using var trainer = new ParallelTrainer<TiledClassifier, int>(network, workers, processors);
            for (var step = 0; step < 20; step++)
            {
                trainer.TrainStep(s_data.Inputs, s_data.Targets, optimizer);
            }

            started = trainer.Pool.StartedThreads;
            return network.Parameters.ToArray();
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void GradientsAgreeWithOneWorkers(int workers)
    {
        var network = new TiledClassifier(seed: 1);
        var (expected, actual) = (new float[TiledClassifier.ParameterCount], new float[TiledClassifier.ParameterCount]);
        var loss = network.ComputeGradients(s_data.Inputs, s_data.Targets, expected);
        using var trainer = new ParallelTrainer<TiledClassifier, int>(network, workers);
        Assert.Equal(loss, trainer.ComputeGradients(s_data.Inputs, s_data.Targets, actual), 1e-6f * loss);
        Assert.InRange(WorkerFixtures.Difference(expected, actual), 1e-12, 1e-6);
    }

    /// <summary>Epsilons are large enough for gradients that are nothing but rounding not to be blown up to whole steps, of either sign.</summary>
    [Theory]
    [MemberData(nameof(Optimizers))]
    public void EveryOptimizerAgreesWithOneWorker(string name)
    {
        var expected = Run(1);
        foreach (var workers in new[] { 2, 3, 5 })
        {
            Assert.InRange(WorkerFixtures.Difference(expected, Run(workers)), 1e-12, 1e-5);
        }

        float[] Run(int workers)
        {
            var (network, optimizer) = (new SmoothClassifier(seed: 1), s_optimizers[name]());
            using var trainer = new ParallelTrainer<SmoothClassifier, int>(network, workers, processors: workers);
            for (var step = 0; step < 20; step++)
            {
                trainer.TrainStep(s_data.Inputs, s_data.Targets, optimizer);
            }

            return network.Parameters.ToArray();
        }
    }

    [Fact]
    public void AnOptimizerOfTheUsersOwnSeesTheWholeGradient()
    {
        var (expected, network) = (new TiledClassifier(seed: 1), new TiledClassifier(seed: 1));
        using var first = new ParallelTrainer<TiledClassifier, int>(expected, workers: 3);
        using var second = new ParallelTrainer<TiledClassifier, int>(network, workers: 3);
        first.TrainStep(s_data.Inputs, s_data.Targets, new Sgd(.1f));
        second.TrainStep(s_data.Inputs, s_data.Targets, new PlainDescent());
        Assert.Equal(expected.Parameters, network.Parameters);
    }

    [Fact]
    public void ASmallNetworkStaysOnOneThreadWithItsBits()
    {
        var data = WorkerFixtures.Data<TinyClassifier>();
        var (expected, network) = (new TinyClassifier(seed: 1), new TinyClassifier(seed: 1));
        using var trainer = new ParallelTrainer<TinyClassifier, int>(network, workers: 5, processors: 5);
        expected.TrainStep(data.Inputs, data.Targets, new Adam());
        trainer.TrainStep(data.Inputs, data.Targets, new Adam());
        Assert.Equal(expected.Parameters, network.Parameters);
        Assert.Equal(0, trainer.Pool.StartedThreads);
    }

    [Fact]
    public void NoMoreThreadsThanProcessors()
    {
        using var trainer = new ParallelTrainer<TiledClassifier, int>(new TiledClassifier(seed: 1), workers: 256);
        Assert.Equal(Math.Min(256, Environment.ProcessorCount), trainer.Pool.MostThreads);
        trainer.TrainStep(s_data.Inputs, s_data.Targets, new Adam());
        Assert.Equal(Math.Min(5, Environment.ProcessorCount) - 1, trainer.Pool.StartedThreads);
    }

    [Fact]
    public void ABatchSmallerThanTheWorkersIsTrainedOnToo()
    {
        var data = s_data.Slice(0, 3);
        var (expected, network) = (new TiledClassifier(seed: 1), new TiledClassifier(seed: 1));
        using var trainer = new ParallelTrainer<TiledClassifier, int>(network, workers: 5, processors: 5);
        Assert.Equal(expected.TrainStep(data.Inputs, data.Targets, new Sgd(.1f)), trainer.TrainStep(data.Inputs, data.Targets, new Sgd(.1f)));
        Assert.Equal(expected.Parameters, network.Parameters);
    }

    [Fact]
    public void StepsAllocateNothingOnAnyThread()
    {
        var (network, optimizer) = (new TiledClassifier(seed: 1), new Adam());
        using var trainer = new ParallelTrainer<TiledClassifier, int>(network, workers: 3, processors: 3);
        var (before, after) = (new AllocatedBytes(), new AllocatedBytes());
        Steps();
        trainer.Pool.Run(before, 3);
        trainer.Pool.Run(before, 3);
        Steps();
        trainer.Pool.Run(after, 3);
        Assert.Equal(before.Values, after.Values);
        Assert.All(before.Values, static value => Assert.True(value > 0));

        void Steps()
        {
            for (var step = 0; step < 30; step++)
            {
                trainer.TrainStep(s_data.Inputs, s_data.Targets, optimizer);

                // Once long enough for all to fall asleep.
                Thread.Sleep(step == 20 ? 20 : 0);
            }
        }
    }

    private sealed class AllocatedBytes : IParallelWork
    {
        public long[] Values { get; } = new long[3];

        public void Run(int thread, int threads) => Values[thread] = GC.GetAllocatedBytesForCurrentThread();
    }

    private sealed class PlainDescent() : Optimizer(.1f)
    {
        public override void Step(Span<float> parameters, ReadOnlySpan<float> gradients)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                parameters[i] = (float)(parameters[i] - (float)(LearningRate * gradients[i]));
            }
        }

        public override void Reset()
        {
        }
    }
}
