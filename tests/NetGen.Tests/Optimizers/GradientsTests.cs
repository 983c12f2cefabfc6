using CsCheck;
using Xunit;

namespace NetGen.Tests.Optimizers;

public sealed class GradientsTests
{
    [Fact]
    public void ClipNormScalesToTheNorm()
    {
        float[] gradients = [3, 0, -4];
        Assert.Equal(5, Gradients.ClipNorm(gradients, 1));

        // maximum / (norm + 1e-6), as PyTorch has it
        Assert.Equal((float)(3 / 5.000001), gradients[0]);
        Assert.Equal(0, gradients[1]);
        Assert.Equal((float)(-4 / 5.000001), gradients[2]);
    }

    [Fact]
    public void GradientsWithinTheNormStayAsTheyAre()
    {
        float[] gradients = [3, 0, -4];
        Assert.Equal(5, Gradients.ClipNorm(gradients, 6));
        Assert.Equal([3, 0, -4], gradients);
    }

    [Fact]
    public void TheNormOfAnyLengthIsTheEuclideanOne() =>
        Gen.Float[-100, 100].Array[0, 100].Sample(
            values =>
            {
                var expected = Math.Sqrt(values.Sum(v => (double)v * v));
                Assert.Equal(expected, Gradients.ClipNorm([.. values], float.MaxValue), 1e-6 * expected);
                var clipped = values.ToArray();
                Gradients.ClipNorm(clipped, .5f);
                Assert.True(Math.Sqrt(clipped.Sum(v => (double)v * v)) <= .5 * (1 + 1e-6));
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void LargeGradientsDoNotOverflow()
    {
        var gradients = new float[33];
        Array.Fill(gradients, 1e30f);
        var norm = Gradients.ClipNorm(gradients, 1);
        Assert.Equal(1e30 * Math.Sqrt(33), norm, 1e25);
        Assert.All(gradients, g => Assert.Equal(1 / Math.Sqrt(33), g, 1e-6));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void GradientsThatAreNotFiniteAreLeftForTheDiagnosis(float bad)
    {
        float[] gradients = [1, 2, bad, 4];
        Assert.False(float.IsFinite(Gradients.ClipNorm(gradients, .1f)));
        Assert.Equal([1, 2, bad, 4], gradients);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void NormsThatCannotBeAreRefused(float norm) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Gradients.ClipNorm(new float[3], norm));
}
