using NetGen.Tests.Emitted;
using Xunit;

namespace NetGen.Tests.Training.Threads;

/// <summary>What goes wrong on several threads: the caller hears of it, the parameters are as they were, and the trainer can be used on and disposed of.</summary>
public sealed class ParallelRefusalTests
{
    private static readonly DataSet<int> s_data = WorkerFixtures.Data<TiledClassifier>();

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(257)]
    public void NumbersOfWorkersThatCannotBe(int workers)
    {
        var text = FormattableString.Invariant($"The number of workers is {workers}; it must be from 1 to 256");
        var network = SoftmaxRegression.Create(1);
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new ParallelTrainer<SoftmaxRegression, int>(network, workers));
        Assert.Contains(text, exception.Message, StringComparison.Ordinal);
        Assert.Equal("workers", exception.ParamName);
        exception = Assert.Throws<ArgumentOutOfRangeException>(() => Trainer.Fit(network, FitTests.Clouds(9, 1), new FitOptions { Workers = workers }));
        Assert.Contains(text, exception.Message, StringComparison.Ordinal);
        Assert.Equal("Workers", exception.ParamName);
    }

    [Fact]
    public void ALabelInTheLastShareIsNamedByItsPlaceInTheBatch()
    {
        var labels = s_data.Targets.ToArray();
        labels[150] = 5;
        var exception = Refused<InvalidLabelException>((trainer, optimizer) => trainer.TrainStep(s_data.Inputs, labels, optimizer));
        Assert.Contains("The target at index 150 is 5; expected a class index from 0 to 4", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SpansThatDoNotFit()
    {
        Refused<ShapeMismatchException>(static (trainer, optimizer) => trainer.TrainStep(s_data.Inputs[1..], s_data.Targets, optimizer));
        Refused<ShapeMismatchException>(static (trainer, optimizer) => trainer.TrainStep([], [], optimizer));
        Refused<ShapeMismatchException>(static (trainer, optimizer) => trainer.TrainStep(s_data.Inputs, s_data.Targets[1..], optimizer));
        Refused<ShapeMismatchException>(static (trainer, _) => trainer.ComputeGradients(s_data.Inputs, s_data.Targets, new float[3]));
        Refused<ArgumentNullException>(static (trainer, _) => trainer.TrainStep(s_data.Inputs, s_data.Targets, null!));
    }

    [Fact]
    public void AnOptimizerOfAnotherNetwork()
    {
        var exception = Refused<ShapeMismatchException>(static (trainer, _) =>
        {
            var used = new Adam();
            used.Step(new float[7], new float[7]);
            trainer.TrainStep(s_data.Inputs, s_data.Targets, used);
        });
        Assert.Contains("1 steps with 7 parameters", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatAWorkerThrowsArrivesAndTheTrainerCanBeUsedOn()
    {
        var caller = Thread.CurrentThread;
        var network = SoftmaxRegression.Create(1);
        var before = network.Parameters.ToArray();
        var data = FitTests.Clouds(40, 1);
        var optimizer = new Adam();
        using var trainer = new ParallelTrainer<SoftmaxRegression, int>(network, workers: 2, processors: 2);
        network.OnGradients = () =>
        {
            if (Thread.CurrentThread != caller)
            {
                throw new NotFiniteNumberException("in the second share");
            }
        };
        var exception = Assert.Throws<NotFiniteNumberException>(() => trainer.TrainStep(data.Inputs, data.Targets, optimizer));
        Assert.Equal("in the second share", exception.Message);
        Assert.Equal(before, network.Parameters);

        network.OnGradients = null;
        Assert.True(float.IsFinite(trainer.TrainStep(data.Inputs, data.Targets, optimizer)));
        Assert.NotEqual(before, network.Parameters.ToArray());
    }

    [Fact]
    public void ADisposedTrainer()
    {
        var trainer = new ParallelTrainer<TiledClassifier, int>(new TiledClassifier(seed: 1), workers: 2);
        trainer.Dispose();
        trainer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => trainer.TrainStep(s_data.Inputs, s_data.Targets, new Adam()));
    }

    private static TException Refused<TException>(Action<ParallelTrainer<TiledClassifier, int>, Optimizer> action)
        where TException : Exception
    {
        var (network, optimizer) = (new TiledClassifier(seed: 1), new Adam());
        var before = network.Parameters.ToArray();
        using var trainer = new ParallelTrainer<TiledClassifier, int>(network, workers: 3, processors: 3);
        var exception = Assert.Throws<TException>(() => action(trainer, optimizer));
        Assert.Equal(before, network.Parameters);
        trainer.TrainStep(s_data.Inputs, s_data.Targets, optimizer);
        Assert.NotEqual(before, network.Parameters.ToArray());
        return exception;
    }
}
