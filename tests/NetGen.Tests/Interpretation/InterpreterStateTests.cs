using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Testing.Interpretation;
using Xunit;

namespace NetGen.Tests.Interpretation;

/// <summary>Batch normalization by hand: two features, three samples.</summary>
public sealed class InterpreterStateTests
{
    private static readonly Interpreter s_interpreter = new(new NetworkSpec(
        new TypeSpec("", default, "Net", "Net", "Net", IsPublic: true),
        new InputSpec(Shape.Of(2)),
        new([new BatchNormalizationSpec("BatchNormalization1", Shape.Of(2), Momentum: 0.25, Epsilon: 0.5)]),
        new LossSpec(LossKind.MeanSquaredError)));

    private static readonly InterpreterValues s_values = new(
        new Dictionary<string, double[]> { ["BatchNormalization1.weight"] = [2, 3], ["BatchNormalization1.bias"] = [1, -1] },
        new Dictionary<string, double[]> { ["BatchNormalization1.running_mean"] = [4, 0], ["BatchNormalization1.running_var"] = [0.5, 3.5] });

    // Means 2 and 5, biased variances 2/3 and 6, unbiased 1 and 9.
    private static readonly double[] s_inputs = [1, 2, 2, 5, 3, 8];

    [Fact]
    public void Training_TakesTheBatchsBiasedVariance()
    {
        var (first, second) = (2 / Math.Sqrt((2 / 3.0) + 0.5), 3 / Math.Sqrt(6.5));
        double[] expected = [1 - first, -1 - (3 * second), 1, -1, 1 + first, -1 + (3 * second)];
        Assert.Equal(expected, Round(s_interpreter.Run(s_values, s_inputs, new double[6]).Outputs), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Fact]
    public void Prediction_TakesTheRunningStatistics()
    {
        double[] expected = [1 + (2 * -3), -1 + (1.5 * 2), 1 + (2 * -2), -1 + (1.5 * 5), 1 + (2 * -1), -1 + (1.5 * 8)];
        Assert.Equal(expected, Round(s_interpreter.Predict(s_values, s_inputs)));
    }

    [Fact]
    public void AStep_FoldsTheUnbiasedVarianceIn()
    {
        var pass = s_interpreter.Run(s_values, s_inputs, new double[6]);
        Assert.Equal([2.0, 5], Round(pass.Statistics["BatchNormalization1.running_mean"]));
        Assert.Equal([1.0, 9], Round(pass.Statistics["BatchNormalization1.running_var"]));
        Assert.Equal([(0.75 * 4) + (0.25 * 2), 0.25 * 5], Round(pass.StateAfter["BatchNormalization1.running_mean"]));
        Assert.Equal([(0.75 * 0.5) + 0.25, (0.75 * 3.5) + (0.25 * 9)], Round(pass.StateAfter["BatchNormalization1.running_var"]));
    }

    [Fact]
    public void ASingleRow_HasNoVariance()
    {
        Assert.Equal(2, s_interpreter.LeastSamples);
        Assert.Throws<ArgumentException>(() => s_interpreter.Run(s_values, [1, 2], [0, 0]));
    }

    private static double[] Round(double[] values) => Array.ConvertAll(values, static value => Math.Round(value, 12));
}
