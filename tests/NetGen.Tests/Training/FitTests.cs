using System.Globalization;
using Xunit;

namespace NetGen.Tests.Training;

public sealed class FitTests
{
    /// <summary>Three clouds of four numbers, apart from each other but for noise.</summary>
    internal static DataSet<int> Clouds(int count, ulong seed)
    {
        var random = new NetGen.Data.SplitMix64(seed, 9);
        var inputs = new float[count * 4];
        var labels = new int[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = random.NextBelow(3);
            for (var j = 0; j < 4; j++)
            {
                inputs[(i * 4) + j] = (j == labels[i] ? 2 : 0) + (random.NextBelow(2000) / 1000f) - 1;
            }
        }

        return new DataSet<int>(inputs, labels, 4);
    }

    internal static DataSet<float> Plane(int count)
    {
        var random = new NetGen.Data.SplitMix64(3, 9);
        float[] inputs = [.. Enumerable.Range(0, count * 3).Select(_ => (random.NextBelow(2000) / 1000f) - 1)];
        var targets = new float[count * 2];
        for (var i = 0; i < count; i++)
        {
            targets[i * 2] = (2 * inputs[i * 3]) - inputs[(i * 3) + 1] + .5f;
            targets[(i * 2) + 1] = inputs[(i * 3) + 2] - 3;
        }

        return new DataSet<float>(inputs, targets, 3, 2);
    }

    [Fact]
    public void AClassifierLearns()
    {
        var network = SoftmaxRegression.Create(1);
        var test = Clouds(200, 2);
        var history = Trainer.Fit(network, Clouds(500, 1), new FitOptions { Optimizer = new Adam(.05f), Epochs = 8, Validation = test });
        Assert.Equal(8, history.Epochs.Length);
        Assert.True(history.Last.Loss < history.Epochs[0].Loss / 2);
        Assert.True(history.Last.Validation!.Accuracy > .97, history.ToString());
        Assert.True(history.Last.Accuracy > .97, history.ToString());
        Assert.Null(history.Last.MeanAbsoluteError);
        Assert.Equal(Trainer.Evaluate(network, test), history.Last.Validation);
        Assert.Equal(8 * 16, history.Last.Steps);
        Assert.Equal(.05f, history.Last.LearningRate);
        Assert.True(history.Duration > TimeSpan.Zero);
        Assert.Equal(history.Epochs.Min(epoch => epoch.Validation!.Loss), history.Best.Validation!.Loss);
    }

    [Fact]
    public void ARegressionLearns()
    {
        var network = new LinearRegression();
        var history = Trainer.Fit(network, Plane(100), new FitOptions { Optimizer = new Sgd(.3f), Epochs = 60, BatchSize = 7 });
        Assert.True(history.Last.MeanAbsoluteError < 1e-3, history.ToString());
        Assert.Null(history.Last.Accuracy);
        Assert.Null(history.Last.Validation);
        Assert.Equal([2, -1, 0, .5f, 0, 0, 1, -3], network.Parameters.ToArray().Select(w => MathF.Round(w, 2)));
    }

    [Fact]
    public void OneStepOverAllSamplesIsTheOptimizersStep()
    {
        var data = Clouds(50, 1);
        var (network, expected) = (SoftmaxRegression.Create(1), SoftmaxRegression.Create(1));
        var history = Trainer.Fit(network, data, new FitOptions { Optimizer = new Sgd(.1f), Epochs = 1, BatchSize = int.MaxValue, Shuffle = false });
        var gradients = new float[15];
        var loss = expected.ComputeGradients(data.Inputs, data.Targets, gradients);
        new Sgd(.1f).Step(expected.Parameters, gradients);
        Assert.Equal(expected.Parameters, network.Parameters);
        Assert.Equal(loss, history.Last.Loss);
    }

    [Fact]
    public void WithoutShufflingBatchesComeInOrderAndTheLastIsSmaller()
    {
        var data = Clouds(10, 1);
        var (network, expected) = (SoftmaxRegression.Create(1), SoftmaxRegression.Create(1));
        var history = Trainer.Fit(network, data, new FitOptions { Optimizer = new Sgd(.1f), Epochs = 1, BatchSize = 4, Shuffle = false });
        var (optimizer, gradients, loss) = (new Sgd(.1f), new float[15], 0.0);
        foreach (var (start, count) in new[] { (0, 4), (4, 4), (8, 2) })
        {
            var batch = data.Slice(start, count);
            loss += expected.ComputeGradients(batch.Inputs, batch.Targets, gradients) * (double)count;
            optimizer.Step(expected.Parameters, gradients);
        }

        Assert.Equal(expected.Parameters, network.Parameters);
        Assert.Equal(loss / 10, history.Last.Loss);
        Assert.Equal(3, history.Last.Steps);
    }

    [Fact]
    public void SameSeedSameBitsAndAnotherSeedOthers()
    {
        Assert.Equal(Train(5), Train(5));
        Assert.NotEqual(Train(5), Train(6));

        static float[] Train(ulong seed)
        {
            var network = SoftmaxRegression.Create(1);
            Trainer.Fit(network, Clouds(50, 1), new FitOptions { Epochs = 2, BatchSize = 8, Seed = seed });
            return network.Parameters.ToArray();
        }
    }

    [Fact]
    public void ClippingBoundsTheStep()
    {
        var network = new LinearRegression();
        Trainer.Fit(network, Plane(20), new FitOptions { Optimizer = new Sgd(1), Epochs = 1, BatchSize = 20, ClipNorm = .25f });
        Assert.Equal(.25, Math.Sqrt(network.Parameters.ToArray().Sum(w => (double)w * w)), 1e-6);
    }

    [Fact]
    public void TrainingMetricsCanBeLeftOut()
    {
        var history = Trainer.Fit(SoftmaxRegression.Create(1), Clouds(50, 1), new FitOptions { Epochs = 1, MeasureTraining = false });
        Assert.Null(history.Last.Accuracy);
        Assert.True(history.Last.Loss > 0);
    }

    [Fact]
    public void ProgressIsOneLineAnEpoch()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            var writer = new StringWriter { NewLine = "\n" };
            var history = Trainer.Fit(
                SoftmaxRegression.Create(1),
                Clouds(100, 1),
                new FitOptions { Optimizer = new Adam(.05f), Epochs = 10, Validation = Clouds(50, 2), Progress = new ConsoleProgress(writer) });
            var lines = writer.ToString().TrimEnd('\n').Split('\n');
            Assert.Equal(10, lines.Length);
            Assert.Matches(
                @"^epoch  1/10  loss \d\.\d{4}  accuracy \d+\.\d\d%  validation: loss \d\.\d{4}  accuracy \d+\.\d\d%  learning rate 0\.05  \d+\.\d\d s$",
                lines[0]);
            Assert.StartsWith("epoch 10/10", lines[9], StringComparison.Ordinal);
            Assert.Equal(writer.ToString().TrimEnd('\n'), history.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void NumbersTooSmallForFourDecimalsAreShown()
    {
        var report = new EpochReport { Epoch = 1, Epochs = 1, Loss = 1.234567e-7, MeanAbsoluteError = 0, LearningRate = .1f, Steps = 1, Duration = TimeSpan.FromSeconds(1.239) };
        Assert.Equal("epoch 1/1  loss 1.235e-7  mean absolute error 0.0000  learning rate 0.1  1.24 s", report.ToString());
    }

    [Fact]
    public void StepsAllocateNothing()
    {
        // What a run allocates must not grow with the number of its steps: the same epochs with 8 and with 1,000 steps each.
        var data = Clouds(1000, 1);
        Allocated(1);
        Assert.InRange(Allocated(1) - Allocated(125), -64, 64);

        long Allocated(int batchSize)
        {
            var network = SoftmaxRegression.Create(1);
            var options = new FitOptions { Epochs = 2, BatchSize = batchSize, Shuffle = false, Validation = data };
            var before = GC.GetAllocatedBytesForCurrentThread();
            Trainer.Fit(network, data, options);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void ShuffledEpochsAllocateNothingButTheirReport()
    {
        var data = Clouds(1000, 1);
        Allocated(1);
        Assert.InRange((Allocated(21) - Allocated(1)) / 20, 0, 400);

        long Allocated(int epochs)
        {
            var network = SoftmaxRegression.Create(1);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Trainer.Fit(network, data, new FitOptions { Epochs = epochs, BatchSize = 8 });
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
