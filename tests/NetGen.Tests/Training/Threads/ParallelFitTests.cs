using System.Collections.Concurrent;
using NetGen.Tests.Emitted;
using Xunit;

namespace NetGen.Tests.Training.Threads;

public sealed class ParallelFitTests
{
    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(5, true)]
    public void SameSeedAndWorkersSameBits(int workers, bool shuffle)
    {
        // 161 samples in batches of 160 leave a last one of a single sample.
        var data = WorkerFixtures.Data<SmoothClassifier>();
        var (first, history) = Run(workers);
        var (second, again) = Run(workers);
        Assert.Equal(first, second);
        Assert.Equal(history, again);

        var (alone, expected) = Run(1);
        Assert.InRange(WorkerFixtures.Difference(alone, first), 1e-12, 1e-5);
        Assert.Equal(expected.Loss, history.Loss, 1e-6 * expected.Loss);

        (float[] Parameters, (double Loss, double? Accuracy, Evaluation? Validation) Last) Run(int workers)
        {
            var network = new SmoothClassifier(seed: 2);
            var history = Trainer.Fit<SmoothClassifier, int>(network, data, new FitOptions
            {
                Optimizer = new Adam { Epsilon = 1e-3 },
                Epochs = 4,
                BatchSize = 160,
                Shuffle = shuffle,
                Seed = 7,
                Validation = data,
                Workers = workers,
            });
            return (network.Parameters.ToArray(), (history.Last.Loss, history.Last.Accuracy, history.Last.Validation));
        }
    }

    [Fact]
    public void ClippingIsByTheNormOfAllSharesTogether()
    {
        var network = new LinearRegression();
        Trainer.Fit(
            network, FitTests.Plane(40), new FitOptions { Optimizer = new Sgd(1), Epochs = 1, BatchSize = 40, ClipNorm = .25f, Workers = 3 });
        Assert.Equal(.25, Math.Sqrt(network.Parameters.ToArray().Sum(w => (double)w * w)), 1e-6);
    }

    [Fact]
    public void MeasuringGivesTheBitsOfOneThread()
    {
        // Nothing is learned, so that what Fit measures can be measured again; 1,000 samples are four chunks.
        var (data, network) = (FitTests.Clouds(1000, 1), SoftmaxRegression.Create(1));
        var history = Trainer.Fit(network, data, new FitOptions { Optimizer = new Sgd(0), Epochs = 1, Validation = data, Workers = 4 });
        Assert.Equal(Trainer.Evaluate(network, data), history.Last.Validation);
        Assert.Equal(history.Last.Validation!.Accuracy, history.Last.Accuracy);
    }

    [Fact]
    public void NoThreadIsLeftWhenFitReturnsOrThrows()
    {
        Assert.SkipUnless(Environment.ProcessorCount > 1, "With one processor no thread is started.");
        var (seen, network) = (new ConcurrentDictionary<Thread, bool>(), SoftmaxRegression.Create(1));
        network.OnGradients = () => seen[Thread.CurrentThread] = true;
        Trainer.Fit(network, FitTests.Clouds(64, 1), new FitOptions { Epochs = 2, Workers = 2 });
        AssertEnded();

        network.Parameters[0] = float.NaN;
        seen.Clear();
        Assert.Throws<DivergedException>(() => Trainer.Fit(network, FitTests.Clouds(64, 1), new FitOptions { Workers = 2 }));
        AssertEnded();

        void AssertEnded()
        {
            Assert.Equal(2, seen.Count);
            Assert.All(seen.Keys.Where(static thread => thread != Thread.CurrentThread), static thread => Assert.False(thread.IsAlive));
        }
    }

    [Fact]
    public void CancellingStopsBeforeTheNextStepWithTheLastWholeStepMade()
    {
        using var source = new CancellationTokenSource();
        var (data, network, passes) = (FitTests.Clouds(160, 1), SoftmaxRegression.Create(1), 0);
        network.OnGradients = () =>
        {
            // Two shares a step: in the middle of the third one.
            if (Interlocked.Increment(ref passes) == 5)
            {
                source.Cancel();
            }
        };
        Assert.Throws<OperationCanceledException>(() => Trainer.Fit(
            network, data, new FitOptions { Optimizer = new Adam(), BatchSize = 16, Shuffle = false, Workers = 2, CancellationToken = source.Token }));
        Assert.Equal(6, passes);

        var expected = SoftmaxRegression.Create(1);
        Trainer.Fit(expected, data.Slice(0, 48), new FitOptions { Optimizer = new Adam(), Epochs = 1, BatchSize = 16, Shuffle = false, Workers = 2 });
        Assert.Equal(expected.Parameters, network.Parameters);
    }

    [Fact]
    public void DivergenceNamesStepAndLayerAsOnOneThread()
    {
        var network = new LinearRegression();
        network.Parameters[4] = 3e38f;
        var (inputs, targets) = (new float[32 * 3], new float[32 * 2]);
        inputs[31 * 3] = 30;
        var exception = Assert.Throws<DivergedException>(() => Trainer.Fit(
            network, new DataSet<float>(inputs, targets, 3, 2), new FitOptions { ClipNorm = 2, Shuffle = false, Workers = 2 }));
        Assert.Equal(("Right", 1, 1L), (exception.Layer, exception.Epoch, exception.Step));
        Assert.Contains("Right is the first layer whose gradients are not: one by an element of Right.weight is", exception.Message, StringComparison.Ordinal);
        Assert.Equal(3e38f, network.Parameters[4]);
    }

    [Fact]
    public void AProbeMeasuresTheSameSignalAndTheUpdateOfTheShares()
    {
        var data = WorkerFixtures.Data<TiledClassifier>();
        var (expected, actual) = (Measure(1), Measure(3));
        Assert.Equal(expected with { UpdateRatio = null }, actual with { UpdateRatio = null });
        Assert.NotNull(expected.UpdateRatio);
        Assert.Equal(expected.UpdateRatio.Value, actual.UpdateRatio!.Value, 1e-5 * expected.UpdateRatio.Value);

        LayerMeasurement Measure(int workers) => Trainer.Fit<TiledClassifier, int>(
            new TiledClassifier(seed: 2),
            data,
            new FitOptions { Epochs = 1, BatchSize = 161, Probe = new SignalProbe { Every = 100 }, Workers = workers }).Measurements[0].Layers[0];
    }
}
