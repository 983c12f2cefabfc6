using NetGen.Initialization;
using NetGen.Testing.Interpretation;
using Xunit;

namespace NetGen.Tests.Initialization;

/// <summary>The inverse normal distribution against the distribution itself, and its logarithm against the platform's.</summary>
public sealed class NormalQuantileTests
{
    private const double Smallest = 1.0 / (1L << 33);

    [Fact]
    public void DistributionOfQuantile_IsTheProbability()
    {
        // Phi(-z) is compared where it is small, so that the far tail counts by its own size. An error of e in z shows as about z^2 e / 2 there,
        // z at most 6.34, so that 2e-13 bounds that of z by about 1e-14 of its value.
        for (var p = Smallest; p < 0.5; p *= 1.001)
        {
            var z = NormalQuantile.Of(p);
            Assert.InRange((0.5 * SpecialFunctions.Erfc(-z / Math.Sqrt(2)) / p) - 1, -2e-13, 2e-13);
        }
    }

    [Fact]
    public void Quantile_IsSymmetric()
    {
        for (var p = Smallest; p < 0.5; p += 1.0 / 4096)
        {
            Assert.Equal(-NormalQuantile.Of(p), NormalQuantile.Of(1 - p));
        }

        Assert.Equal(0, NormalQuantile.Of(0.5));
    }

    [Theory]
    [InlineData(0.975, 1.9599639845400542355)]
    [InlineData(0.84134474606854294859, 1)]
    [InlineData(0.0227501319481792072, -2)]
    public void Quantile_AtPublishedPoints(double p, double expected) => Assert.Equal(expected, NormalQuantile.Of(p), 1e-14);

    [Fact]
    public void Logarithm_OverAllExponents()
    {
        Assert.Equal(0, NormalQuantile.Log(1));

        // Each of the 2,046 exponents is met about 4,000 times, with mantissas that differ from one to the next.
        for (var bits = 0x0010_0000_0000_0000; bits < 0x7FF0_0000_0000_0000; bits += (1L << 40) + 10_007)
        {
            var x = BitConverter.Int64BitsToDouble(bits);
            var expected = Math.Log(x);
            var unitInLastPlace = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
            if (Math.Abs(NormalQuantile.Log(x) - expected) > 2 * unitInLastPlace)
            {
                Assert.Fail($"ln {x:R}: {NormalQuantile.Log(x):R} instead of {expected:R}");
            }
        }
    }
}
