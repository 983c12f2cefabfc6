using NetGen.Training.Threads;
using Xunit;

namespace NetGen.Tests.Stateful;

/// <summary>The trainer and a network with running statistics and random layers.</summary>
public sealed class StatefulTrainingTests
{
    [Fact]
    public void StatisticsOfShares_AreFoldedInTheirOrder()
    {
        var data = Data(26);
        var (network, expected) = (NormalizedRegression.Create(3), NormalizedRegression.Create(3));
        using var trainer = new ParallelTrainer<NormalizedRegression, float>(network, workers: 3, processors: 2);
        trainer.TrainStep(data.Inputs, data.Targets, new Sgd(.1f));
        Span<float> gradients = stackalloc float[3];
        Span<float> statistics = stackalloc float[4];
        for (var share = 0; share < 3; share++)
        {
            var (start, length) = Share.Of(26, share, 3);
            var part = data.Slice(start, length);
            expected.ComputeGradients(part.Inputs, part.Targets, gradients, new StepContext(3, 0, start), statistics);
            expected.UpdateState(statistics);
        }

        Assert.Equal(expected.State, network.State);
        Assert.Equal(1, network.Step);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void BitsFollowFromTheWorkers_NotFromTheProcessors(int workers)
    {
        var first = Train(workers, processors: 1);
        for (var processors = 2; processors <= workers; processors++)
        {
            var other = Train(workers, processors);
            Assert.Equal(first.Parameters, other.Parameters);
            Assert.Equal(first.State, other.State);
        }

        Assert.Equal(10, first.Step);
    }

    [Fact]
    public void EveryShareIsToldItsPlaceInTheBatch_AndTheNetworksSeedAndStep()
    {
        var network = Train(workers: 3, processors: 3, steps: 2);
        Assert.Equal([new(7, 0, 0), new(7, 0, 9), new(7, 0, 18), new(7, 1, 0), new(7, 1, 9), new(7, 1, 18)], network.Seen);
    }

    [Fact]
    public void GradientsAlone_ChangeNeitherStateNorStep()
    {
        var data = Data(26);
        var network = NormalizedRegression.Create(3);
        using var trainer = new ParallelTrainer<NormalizedRegression, float>(network, workers: 3);
        var before = network.State.ToArray();
        trainer.ComputeGradients(data.Inputs, data.Targets, new float[3]);
        Assert.Equal(before, network.State);
        Assert.Equal(0, network.Step);
    }

    [Fact]
    public void OneWorkerGivesTheBitsOfTheNetworksOwnStep()
    {
        var data = Data(26);
        var (network, expected) = (NormalizedRegression.Create(3), NormalizedRegression.Create(3));
        using var trainer = new ParallelTrainer<NormalizedRegression, float>(network, workers: 1);
        for (var step = 0; step < 3; step++)
        {
            Assert.Equal(expected.TrainStep(data.Inputs, data.Targets, new Sgd(.1f)), trainer.TrainStep(data.Inputs, data.Targets, new Sgd(.1f)));
        }

        Assert.Equal(expected.Parameters, network.Parameters);
        Assert.Equal(expected.State, network.State);
        Assert.Equal(expected.Step, network.Step);
    }

    /// <summary>Clipping adds the gradients up before the update; the statistics are those of all shares all the same.</summary>
    [Fact]
    public void ClippedGradients_DoNotLoseStatistics()
    {
        var (plain, clipped) = (NormalizedRegression.Create(3), NormalizedRegression.Create(3));
        Fit(plain, null);
        Fit(clipped, 1e6f);
        Assert.Equal(plain.State, clipped.State);
        Assert.NotEqual(NormalizedRegression.Create(3).State.ToArray(), clipped.State.ToArray());

        static void Fit(NormalizedRegression network, float? norm) => Trainer.Fit<NormalizedRegression, float>(
            network, Data(26), new FitOptions { BatchSize = 26, Epochs = 2, Workers = 3, ClipNorm = norm, Optimizer = new Sgd(0.01f) });
    }

    [Theory]
    [InlineData(9, 4, new[] { 4, 5 })]
    [InlineData(10, 4, new[] { 4, 4, 2 })]
    [InlineData(8, 4, new[] { 4, 4 })]
    [InlineData(3, 2, new[] { 3 })]
    [InlineData(3, 100, new[] { 3 })]
    public void ASingleSampleThatIsLeftOver_GoesWithTheStepBefore(int samples, int batchSize, int[] batches)
    {
        foreach (var shuffle in new[] { false, true })
        {
            var network = NormalizedRegression.Create(1);
            var history = Trainer.Fit<NormalizedRegression, float>(
                network, Data(samples), new FitOptions { BatchSize = batchSize, Epochs = 1, Shuffle = shuffle, Optimizer = new Sgd(.01f) });
            Assert.Equal(batches, network.Batches);
            Assert.Equal(batches.Length, history.Epochs[0].Steps);
            Assert.Equal(batches.Length, network.Step);
        }
    }

    [Fact]
    public void ABatchOfOne_IsRefusedBeforeTheFirstStep()
    {
        var network = NormalizedRegression.Create(1);
        var size = Assert.Throws<ArgumentOutOfRangeException>(() =>
            Trainer.Fit<NormalizedRegression, float>(network, Data(8), new FitOptions { BatchSize = 1 }));
        Assert.Contains("The batch size is 1; NormalizedRegression normalizes over the batch and needs at least 2 samples per step", size.Message, StringComparison.Ordinal);
        var data = Assert.Throws<ArgumentException>(() => Trainer.Fit<NormalizedRegression, float>(network, Data(1), new FitOptions()));
        Assert.Contains("There is 1 sample to train on; NormalizedRegression normalizes over the batch and needs at least 2", data.Message, StringComparison.Ordinal);
        using var trainer = new ParallelTrainer<NormalizedRegression, float>(network, workers: 2);
        var step = Assert.Throws<ArgumentException>(() => trainer.TrainStep(Data(1).Inputs, Data(1).Targets, new Sgd(.1f)));
        Assert.Contains("NormalizedRegression: a batch of 1 cannot be trained on", step.Message, StringComparison.Ordinal);
        Assert.Empty(network.Batches);
        Assert.Equal(0, network.Step);
    }

    [Fact]
    public void Evaluation_IsPrediction_AndChangesNothing()
    {
        var network = Train(workers: 1, processors: 1);
        var (state, passes) = (network.State.ToArray(), network.Batches.Count);
        var data = Data(1);
        Assert.Equal(network.ComputeLoss(data.Inputs, data.Targets), (float)Trainer.Evaluate<NormalizedRegression, float>(network, data).Loss);
        Assert.Equal(state, network.State);
        Assert.Equal(passes, network.Batches.Count);
    }

    [Fact]
    public void ASecondFit_GoesOnCountingSteps()
    {
        var network = NormalizedRegression.Create(1);
        var options = new FitOptions { BatchSize = 4, Epochs = 1, Optimizer = new Sgd(.01f) };
        Trainer.Fit<NormalizedRegression, float>(network, Data(8), options);
        Trainer.Fit<NormalizedRegression, float>(network, Data(8), options);
        Assert.Equal([0, 1, 2, 3], network.Seen.Select(static context => context.Step));
    }

    [Fact]
    public void AVarianceThatOverflows_StopsTraining()
    {
        var network = NormalizedRegression.Create(1);
        float[] inputs = [1e30f, 1, -1e30f, 2, 1e30f, 3, -1e30f, 4];
        var exception = Assert.Throws<DivergedException>(() => Trainer.Fit<NormalizedRegression, float>(
            network, new DataSet<float>(inputs, new float[4], 2), new FitOptions { Epochs = 1, Optimizer = new Sgd(.01f) }));
        Assert.Contains("an element of BatchNormalization1.running_var is", exception.Message, StringComparison.Ordinal);
    }

    private static NormalizedRegression Train(int workers, int processors, int steps = 10)
    {
        var (data, network, optimizer) = (Data(26), NormalizedRegression.Create(7), new Adam());
        using var trainer = new ParallelTrainer<NormalizedRegression, float>(network, workers, processors);
        for (var step = 0; step < steps; step++)
        {
            trainer.TrainStep(data.Inputs, data.Targets, optimizer);
        }

        return network;
    }

    private static DataSet<float> Data(int samples)
    {
        var random = new Random(5);
        return new DataSet<float>(
            (float[])[.. Enumerable.Range(0, samples * 2).Select(_ => (random.NextSingle() * 4) - 1)],
            (float[])[.. Enumerable.Range(0, samples).Select(_ => random.NextSingle())],
            inputSize: 2);
    }
}
