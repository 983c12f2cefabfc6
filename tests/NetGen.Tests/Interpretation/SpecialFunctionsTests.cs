using NetGen.Testing.Interpretation;
using Xunit;

namespace NetGen.Tests.Interpretation;

public sealed class SpecialFunctionsTests
{
    // Abramowitz and Stegun's table 7.1, continued to 16 digits.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1e-8, 1.1283791670955125e-8)]
    [InlineData(0.5, 0.5204998778130465)]
    [InlineData(1, 0.8427007929497149)]
    [InlineData(1.5, 0.9661051464753108)]
    [InlineData(2, 0.9953222650189527)]
    [InlineData(2.5, 0.9995930479825550)]
    [InlineData(-1, -0.8427007929497149)]
    [InlineData(-3, -0.9999779095030014)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(double.NegativeInfinity, -1)]
    public void Erf_IsTheErrorFunction(double x, double expected) => Assert.Equal(expected, SpecialFunctions.Erf(x), 1e-15);

    [Theory]
    [InlineData(0.5, 0.4795001221869535)]
    [InlineData(3, 2.209049699858544e-5)]
    [InlineData(5, 1.5374597944280349e-12)]
    [InlineData(10, 2.088487583762545e-45)]
    public void Erfc_KeepsItsRelativePrecision(double x, double expected) => Assert.Equal(1, SpecialFunctions.Erfc(x) / expected, 4e-15);

    [Fact]
    public void Erf_HasTheGaussianAsItsDerivative()
    {
        const double step = 1e-3;
        for (var x = -4.0; x <= 4; x += 1.0 / 64)
        {
            // Fourth-order difference: its truncation error is step^4 / 30 times the fifth derivative, at most about 14 here.
            var slope = ((8 * (SpecialFunctions.Erf(x + step) - SpecialFunctions.Erf(x - step))) - (SpecialFunctions.Erf(x + (2 * step)) - SpecialFunctions.Erf(x - (2 * step)))) / (12 * step);
            Assert.Equal(2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x), slope, 2e-12);
        }
    }

    [Theory]
    [InlineData(1e-12, 9.999999999995e-13)]
    [InlineData(0.5, 0.4054651081081644)]
    [InlineData(-0.5, -0.6931471805599453)]
    [InlineData(0, 0)]
    public void Log1P_DoesNotCancel(double x, double expected) => Assert.Equal(expected, SpecialFunctions.Log1P(x), Math.Abs(expected) * 4e-16);

    [Theory]
    [InlineData(1e-12, 1.0000000000005e-12)]
    [InlineData(-1e-3, -0.0009995001666250083)]
    [InlineData(-50, -1)]
    [InlineData(double.NegativeInfinity, -1)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void ExpM1_DoesNotCancel(double x, double expected)
    {
        if (double.IsInfinity(expected))
        {
            Assert.Equal(expected, SpecialFunctions.ExpM1(x));
            return;
        }

        Assert.Equal(expected, SpecialFunctions.ExpM1(x), Math.Abs(expected) * 4e-16);
    }
}
