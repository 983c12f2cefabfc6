using NetGen.Training;
using Xunit;

namespace NetGen.Tests.Training;

public sealed class EvaluationTests
{
    [Fact]
    public void ManyChunksAreOneMean()
    {
        // 600 samples are three chunks, the last of them smaller.
        var data = FitTests.Clouds(600, 1);
        var network = SoftmaxRegression.Create(1);
        var outputs = new float[1800];
        network.Predict(data.Inputs, outputs);
        var right = Enumerable.Range(0, 600).Count(i => Array.IndexOf(outputs[(i * 3)..((i * 3) + 3)], outputs[(i * 3)..((i * 3) + 3)].Max()) == data.Targets[i]);
        var evaluation = Trainer.Evaluate(network, data);
        Assert.Equal(600, evaluation.Count);
        Assert.Equal(right / 600.0, evaluation.Accuracy!.Value, 1e-12);
        Assert.Equal(network.ComputeLoss(data.Inputs, data.Targets), evaluation.Loss, 1e-6);
        Assert.Null(evaluation.MeanAbsoluteError);
        Assert.Matches(@"^loss \d\.\d{4}  accuracy \d+\.\d\d%$", evaluation.ToString());
    }

    [Fact]
    public void RegressionHasTheMeanAbsoluteError()
    {
        var network = new LinearRegression();
        network.Parameters[3] = 2; // outputs are 2 and 0
        var evaluation = Trainer.Evaluate(network, new DataSet<float>(new float[6], new float[] { 1, 1, 5, -1 }, 3, 2));
        Assert.Equal((1 + 1 + 3 + 1) / 4.0, evaluation.MeanAbsoluteError);
        Assert.Equal((1 + 1 + 9 + 1) / 4.0, evaluation.Loss);
        Assert.Null(evaluation.Accuracy);
        Assert.Equal("loss 3.0000  mean absolute error 1.5000", evaluation.ToString());
    }

    [Fact]
    public void MetricsCountAsTheySay()
    {
        Assert.Equal(2, Metrics.RightClasses([1, 2, 2, 5, 5, 0, float.NaN, 9, 1, -1, -2, float.NegativeInfinity], [1, 0, 1, 2], 3));
        Assert.Equal(3, Metrics.RightSides([.1f, -.1f, 0, 2, float.NaN], [1, 0, .5f, .4f, 0]));
        Assert.Equal(4.5, Metrics.AbsoluteErrors([1, -2, .5f], [3, 0, 0]));
    }

    [Fact]
    public void AConfusionMatrixCounts()
    {
        var data = FitTests.Clouds(600, 1);
        var network = SoftmaxRegression.Create(1);
        var matrix = ConfusionMatrix.Measure(network, data);
        Assert.Equal(600, matrix.Total);
        Assert.Equal(Trainer.Evaluate(network, data).Accuracy!.Value, matrix.Accuracy, 1e-12);
        for (var label = 0; label < 3; label++)
        {
            Assert.Equal(data.Targets.Count(label), Enumerable.Range(0, 3).Sum(predicted => matrix[label, predicted]));
        }
    }

    [Fact]
    public void AConfusionMatrixIsATable()
    {
        var matrix = new ConfusionMatrix(3);
        for (var i = 0; i < 12; i++)
        {
            matrix.Add(0, 0);
        }

        matrix.Add(0, 1);
        matrix.Add(1, 1);
        matrix.Add(1, 0);
        Assert.Equal(
            """
            actual \ predicted   0   1   2   recall
            0                   12   1   .   92.31%
            1                    1   1   .   50.00%
            2                    .   .   0        -
            """,
            matrix.ToString());
        Assert.Equal(12 / 13.0, matrix.Recall(0));
        Assert.Equal(.5, matrix.Precision(1));
        Assert.True(double.IsNaN(matrix.Precision(2)));
        Assert.Equal(13 / 15.0, matrix.Accuracy);
        Assert.Contains("cat  dog  emu   recall", matrix.ToString(["cat", "dog", "emu"]), StringComparison.Ordinal);
        Assert.Contains("2 names for 3 classes", Assert.Throws<ArgumentException>(() => matrix.ToString(["cat", "dog"])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Add(3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix[0, -1]);
    }

    [Fact]
    public void RegressionsHaveNoConfusionMatrix() => Assert.Contains(
        "LinearRegression is trained for Regression with 2 outputs",
        Assert.Throws<NotSupportedException>(() => ConfusionMatrix.Measure(new LinearRegression(), FitTests.Plane(3))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void NaNIsNoClass()
    {
        var network = SoftmaxRegression.Create(1);
        network.Parameters[13] = float.NaN;
        Assert.Contains(
            "SoftmaxRegression gives NaN for sample 0", Assert.Throws<ArithmeticException>(() => ConfusionMatrix.Measure(network, FitTests.Clouds(3, 1))).Message, StringComparison.Ordinal);
        Assert.Equal(0, Trainer.Evaluate(network, FitTests.Clouds(3, 1)).Accuracy);
    }
}
