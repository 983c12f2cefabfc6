using Xunit;

namespace NetGen.Tests.Training;

/// <summary>What Fit refuses: by a named exception that says what was given and what was expected, with the parameters as they were.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void BatchSizesBelowOne(int size) => Refused<ArgumentOutOfRangeException>(
        $"The batch size is {size}; it must be at least 1, such as 32.", network => Trainer.Fit(network, FitTests.Clouds(9, 1), new FitOptions { BatchSize = size }));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void EpochsBelowOne(int epochs) => Refused<ArgumentOutOfRangeException>(
        $"The number of epochs is {epochs}; it must be at least 1", network => Trainer.Fit(network, FitTests.Clouds(9, 1), new FitOptions { Epochs = epochs }));

    [Theory]
    [InlineData(0)]
    [InlineData(float.NaN)]
    public void ClipNormsThatCannotBe(float norm) => Refused<ArgumentOutOfRangeException>(
        "The largest norm of the gradients is", network => Trainer.Fit(network, FitTests.Clouds(9, 1), new FitOptions { ClipNorm = norm }));

    [Fact]
    public void Nulls()
    {
        Refused<ArgumentNullException>("options", network => Trainer.Fit(network, FitTests.Clouds(9, 1), null!));
        Refused<ArgumentNullException>("data", network => Trainer.Fit<SoftmaxRegression, int>(network, null!, new FitOptions()));
        Refused<ArgumentNullException>("Optimizer", network => Trainer.Fit(network, FitTests.Clouds(9, 1), new FitOptions { Optimizer = null! }));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void LabelsOutsideTheClasses(int label)
    {
        var labels = new int[9];
        labels[7] = label;
        var data = new DataSet<int>(new float[36], labels, 4);
        var text = $"The label of sample 7 of the training data is {label}, but SoftmaxRegression has 3 classes, 0 to 2.";
        Refused<InvalidLabelException>(text, network => Trainer.Fit(network, data, new FitOptions { BatchSize = 2 }));
        Refused<InvalidLabelException>(
            text.Replace("training", "validation", StringComparison.Ordinal),
            network => Trainer.Fit(network, FitTests.Clouds(9, 1), new FitOptions { Validation = data }));
        Refused<InvalidLabelException>(text.Replace("training", "evaluation", StringComparison.Ordinal), network => Trainer.Evaluate(network, data));
    }

    [Fact]
    public void SamplesOfAnotherWidth()
    {
        var data = new DataSet<int>(new float[15], new int[3], 5);
        const string Text = "data have 5 values a sample; SoftmaxRegression takes 4";
        Refused<ShapeMismatchException>("The training " + Text, network => Trainer.Fit(network, data, new FitOptions()));
        Refused<ShapeMismatchException>("The validation " + Text, network => Trainer.Fit(network, FitTests.Clouds(9, 1), new FitOptions { Validation = data }));
        Refused<ShapeMismatchException>("The evaluation " + Text, network => Trainer.Evaluate(network, data));
    }

    [Fact]
    public void TargetsOfAnotherWidth()
    {
        var exception = Assert.Throws<ShapeMismatchException>(
            () => Trainer.Fit(new LinearRegression(), new DataSet<float>(new float[9], new float[3], 3), new FitOptions()));
        Assert.StartsWith("The training data have 1 targets a sample; LinearRegression needs 2.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ValidationDataOfAnotherKind() => Refused<ArgumentException>(
        "The validation data have targets of type Single; SoftmaxRegression is trained by SoftmaxCrossEntropy on Int32.",
        network => Trainer.Fit(network, FitTests.Clouds(9, 1), new FitOptions { Validation = new DataSet<float>(new float[4], new float[1], 4) }));

    [Fact]
    public void AnotherNetworksOptimizer()
    {
        var optimizer = new Adam();
        Trainer.Fit(new LinearRegression(), FitTests.Plane(10), new FitOptions { Optimizer = optimizer, Epochs = 1 });
        Refused<ShapeMismatchException>(
            "1 steps with 8 parameters and was now given 15", network => Trainer.Fit(network, FitTests.Clouds(9, 1), new FitOptions { Optimizer = optimizer }));
    }

    [Fact]
    public void CancelledBeforeTheFirstStep() => Refused<OperationCanceledException>(
        "", network => Trainer.Fit(network, FitTests.Clouds(9, 1), new FitOptions { CancellationToken = new CancellationToken(canceled: true) }));

    [Fact]
    public void CancellingLeavesTheParametersOfTheLastWholeStep()
    {
        using var source = new CancellationTokenSource();
        var data = FitTests.Clouds(40, 1);
        var network = SoftmaxRegression.Create(1);
        var steps = 0;
        network.OnGradients = () =>
        {
            if (++steps == 3)
            {
                source.Cancel();
            }
        };
        Assert.Throws<OperationCanceledException>(
            () => Trainer.Fit(network, data, new FitOptions { Optimizer = new Adam(), BatchSize = 4, Shuffle = false, CancellationToken = source.Token }));
        Assert.Equal(3, steps);

        var expected = SoftmaxRegression.Create(1);
        Trainer.Fit(expected, data.Slice(0, 12), new FitOptions { Optimizer = new Adam(), Epochs = 1, BatchSize = 4, Shuffle = false });
        Assert.Equal(expected.Parameters, network.Parameters);
    }

    private static void Refused<TException>(string message, Action<SoftmaxRegression> action)
        where TException : Exception
    {
        var network = SoftmaxRegression.Create(1);
        var before = network.Parameters.ToArray();
        var exception = Assert.ThrowsAny<TException>(() => action(network));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, network.Parameters);
    }
}
