using NetGen.Generators.Model;
using NetGen.Generators.Signal;
using NetGen.Generators.Signal.Functions;
using Xunit;

namespace NetGen.Generators.Tests.Signal;

/// <summary>The quadrature against one that shares nothing with it: Simpson's rule on 10,000 intervals a smooth piece, with activations written out anew.</summary>
public sealed class ActivationMomentsTests
{
    private static readonly double[] _variances = [1e-6, 1e-3, 0.1, 0.5, 1, 3, 12.5, 100, 784, 1e4, 1e6];

    public static TheoryData<string> ElementWise { get; } =
        [.. Enum.GetNames<ActivationKind>().Where(static name => name is not ("Custom" or "Softmax"))];

    /// <summary>INITIALIZATION's table of exact gains.</summary>
    [Theory]
    [InlineData("Sigmoid", 1.846, 4.801, 0.0448, 0.0001, 0.53, 0.01)]
    [InlineData("Tanh", 1.593, 1.593, 0.4644, 0.0001, 0.63, 0.01)]
    [InlineData("Relu", 1.414, 1.713, 0.5, 0.0001, 5, 0.001)]
    [InlineData("Elu", 1.245, 1.271, 0.668, 0.001, 2.8, 0.1)]
    [InlineData("Selu", 1.000, 1.000, 1.07, 0.01, 1.5, 0.1)]
    [InlineData("Gelu", 1.534, 1.701, 0.456, 0.001, 6.2, 0.1)]
    [InlineData("Silu", 1.677, 1.787, 0.380, 0.001, 6.3, 0.1)]
    [InlineData("Softsign", 2.338, 2.338, 0.228, 0.001, 0.59, 0.01)]
    public void AtUnitVariance(string name, double gain, double centredGain, double slope, double slopeUnit, double kappa, double kappaUnit)
    {
        var moments = Moments(name, new(0, 1));

        Assert.Equal(gain, 1 / Math.Sqrt(moments.SecondMoment), 0.001);
        Assert.Equal(centredGain, 1 / Math.Sqrt(moments.Variance), 0.001);
        Assert.Equal(slope, moments.SlopeSecondMoment, slopeUnit);
        Assert.Equal(kappa, moments.Kappa!.Value, kappaUnit);
    }

    [Theory]
    [MemberData(nameof(ElementWise))]
    public void AgreesWithAFineQuadratureToSixDigits(string name)
    {
        foreach (var variance in _variances)
        {
            foreach (var mean in (double[])[0, 0.7, -2])
            {
                var distribution = new SignalDistribution(mean * Math.Sqrt(variance), variance);
                var moments = Moments(name, distribution);
                var (first, second, fourth, slope) = Simpson(PlainActivations.Find(name), distribution);

                Assert.Equal(first, moments.Mean, 1e-6 * Math.Sqrt(second));
                Assert.Equal(second, moments.SecondMoment, 1e-6 * second);
                Assert.Equal(fourth, moments.FourthMoment, 1e-6 * fourth);
                Assert.Equal(slope, moments.SlopeSecondMoment, 1e-6 * slope);
            }
        }
    }

    [Theory]
    [InlineData("Sigmoid", 3.637)]
    [InlineData("Tanh", 1.818)]
    [InlineData("Softsign", 2.162)]
    [InlineData("HardSigmoid", 3.000)]
    public void SaturatedShare_IsTwoNormalTails(string name, double threshold)
    {
        var share = Function(name).SaturatedShare(new(0, 4));

        Assert.Equal(Gaussian.Erfc(threshold / 2 / Math.Sqrt(2)), share!.Value, 2e-4);
    }

    [Fact]
    public void SaturatedShare_OfAnUnknownShapeIsThatOfTheSameFunction()
    {
        var distribution = new SignalDistribution(0.4, 9);
        var formula = new ActivationSpec(ActivationKind.Custom, CustomType: "global::T", Formula: "tanh(z)");

        Assert.Equal(
            Function("Tanh").SaturatedShare(distribution)!.Value,
            ActivationFunctions.Find(formula)!.SaturatedShare(distribution)!.Value,
            1e-6);
    }

    [Theory]
    [InlineData("Relu")]
    [InlineData("Identity")]
    [InlineData("Elu")]
    [InlineData("Gelu")]
    public void SaturatedShare_IsUndefinedWhereOneEndIsNotFlat(string name) => Assert.Null(Function(name).SaturatedShare(new(0, 1)));

    [Theory]
    [InlineData(-6, 9.865876450376981e-10)]
    [InlineData(-1, 0.15865525393145705)]
    [InlineData(0.5, 0.6914624612740131)]
    [InlineData(3.6, 0.9998408914098424)]
    public void Cdf_HasTheTabulatedValues(double z, double expected) => Assert.Equal(expected, Gaussian.Cdf(z), 1e-14 * Math.Max(expected, 1e-9));

    [Fact]
    public void Uniform_IsIntegratedBetweenItsEnds()
    {
        // E[relu^2] of U(-1, 3) is 27/3 / 4.
        var moments = Moments("Relu", new(1, 16.0 / 12, IsUniform: true));

        Assert.Equal(2.25, moments.SecondMoment, 1e-12);
        Assert.Equal(0.75, moments.SlopeSecondMoment, 1e-12);
    }

    [Fact]
    public void Moments_OfAFunctionWithoutAFiniteMeanSquareAreUnknown()
    {
        var formula = new ActivationSpec(ActivationKind.Custom, CustomType: "global::T", Formula: "exp(z)");

        Assert.NotNull(ActivationMoments.Of(ActivationFunctions.Find(formula)!, new(0, 1)));
        Assert.Null(ActivationMoments.Of(ActivationFunctions.Find(formula)!, new(0, 1e4)));
    }

    private static ActivationFunction Function(string name) => ActivationFunctions.Find(Networks.Activation(Enum.Parse<ActivationKind>(name)))!;

    private static ActivationMoments Moments(string name, SignalDistribution distribution) => ActivationMoments.Of(Function(name), distribution)!;

    private static (double First, double Second, double Fourth, double Slope) Simpson(
        (Func<double, double> Value, Func<double, double> Slope) function, SignalDistribution distribution)
    {
        // In h where phi bends, in z where the density does: nodes crowd towards h = 0 by h = sinh(t).
        const int Intervals = 10_000;
        var reach = Math.Asinh(Math.Abs(distribution.Mean) + (12 * distribution.StandardDeviation));
        double first = 0, second = 0, fourth = 0, slope = 0;
        foreach (var (from, to) in Pieces(reach))
        {
            for (var index = 0; index <= Intervals; index++)
            {
                // A kink belongs to both pieces, each with its own slope.
                var t = from + ((to - from) * index / Intervals);
                var h = Math.Sinh(t);
                var inside = index == 0 ? h + Math.Abs(1e-12 * (1 + h)) : index == Intervals ? h - Math.Abs(1e-12 * (1 + h)) : h;
                var z = (h - distribution.Mean) / distribution.StandardDeviation;
                var weight = (index is 0 or Intervals ? 1 : index % 2 == 1 ? 4 : 2) * (to - from) / Intervals / 3
                    * Math.Cosh(t) / distribution.StandardDeviation * Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);
                var value = function.Value(inside);
                var derivative = function.Slope(inside);
                first += weight * value;
                second += weight * value * value;
                fourth += weight * value * value * value * value;
                slope += weight * derivative * derivative;
            }
        }

        return (first, second, fourth, slope);
    }

    private static IEnumerable<(double From, double To)> Pieces(double reach)
    {
        double[] edges = [-reach, Math.Asinh(-3), 0, Math.Asinh(3), reach];
        for (var index = 0; index + 1 < edges.Length; index++)
        {
            var (from, to) = (Math.Clamp(edges[index], -reach, reach), Math.Clamp(edges[index + 1], -reach, reach));
            if (to > from)
            {
                yield return (from, to);
            }
        }
    }
}
