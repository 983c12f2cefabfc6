using NetGen.Training.Threads;
using Xunit;

namespace NetGen.Tests.Training.Threads;

public sealed class WeightedSumTests
{
    [Fact]
    public void SharesAreAddedInOrderByTheirSamples()
    {
        // 7 samples in three shares: 3, 2 and 2. The length leaves a rest at every width of vector.
        const int Length = 67;
        var random = new Random(4);
        var shares = new GradientShares(Length);
        shares.Split(7, 3);
        var expected = new float[Length];
        float[] factors = [3f / 7, 2f / 7, 2f / 7];
        for (var share = 0; share < 3; share++)
        {
            for (var i = 0; i < Length; i++)
            {
                shares[share][i] = (random.NextSingle() - .5f) * MathF.Pow(10, random.Next(-30, 30));
                expected[i] = (float)(expected[i] + (float)(factors[share] * shares[share][i]));
            }
        }

        var whole = new float[Length];
        shares.Sum(0, whole);
        Assert.Equal(expected, whole);

        var part = new float[20];
        shares.Sum(30, part);
        Assert.Equal(expected[30..50], part);

        shares.Sum(0, shares[0]);
        shares.Merge();
        Assert.Equal(expected, shares[0]);
        Assert.Equal(1, shares.Count);
    }
}
