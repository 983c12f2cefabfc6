using CsCheck;
using NetGen.Training.Threads;
using Xunit;

namespace NetGen.Tests.Training.Threads;

/// <summary>How batches and buffers are split.</summary>
public sealed class SplitTests
{
    [Fact]
    public void SharesCoverEverythingInOrderAndDifferByOneAtMost() =>
        (from length in Gen.Int[0, 1000] from count in Gen.Int[1, 300] select (length, count)).Sample(sample =>
        {
            Share[] shares = [.. Enumerable.Range(0, sample.count).Select(index => Share.Of(sample.length, index, sample.count))];
            AssertCovers(shares, sample.length);
            Assert.InRange(shares[0].Length - shares[^1].Length, 0, 1);
        });

    [Fact]
    public void PartsOfUnitsCoverEverythingAndBeginAtUnits() =>
        (from length in Gen.Int[0, 100_000] from unit in Gen.OneOf(Gen.Const(1), Gen.Const(16), Gen.Const(2048)) from count in Gen.Int[1, 70] select (length, unit, count)).Sample(sample =>
        {
            Share[] parts = [.. Enumerable.Range(0, sample.count).Select(index => Share.OfUnits(sample.length, sample.unit, index, sample.count))];
            AssertCovers(parts, sample.length);
            Assert.All(parts, part => Assert.True(part.Start % sample.unit == 0 || part.Length == 0));
        });

    [Fact]
    public void PartsOfTheLargestBufferDoNotOverflow()
    {
        var last = Share.OfUnits(int.MaxValue, 2048, 255, 256);
        Assert.Equal(int.MaxValue, last.Start + last.Length);
    }

    [Theory]
    [InlineData(1_000_000, 256, 1, 1)]
    [InlineData(1_000_000, 256, 2, 2)]
    [InlineData(1_000_000, 256, 256, 32)]
    [InlineData(1_000_000, 15, 4, 1)]
    [InlineData(1_000_000, 16, 4, 2)]
    [InlineData(1, 256, 4, 1)]
    [InlineData(long.MaxValue, int.MaxValue, 256, 256)]
    public void ABatchIsSplitAsFarAsItsSharesAreWorthIt(long multiplyAdds, int samples, int workers, int shares) =>
        Assert.Equal(shares, CostModel.Shares(multiplyAdds, samples, workers));

    [Fact]
    public void ASplitNeedsTwiceAShare()
    {
        const int Samples = 64;
        const long Enough = CostModel.MultiplyAddsOfShare * 2 / (3 * Samples) + 1;
        Assert.Equal(2, CostModel.Shares(Enough, Samples, 8));
        Assert.Equal(1, CostModel.Shares(Enough - 2, Samples, 8));
        Assert.Equal(2, CostModel.UpdateThreads(CostModel.ParametersOfThread * 2, 8));
        Assert.Equal(1, CostModel.UpdateThreads((CostModel.ParametersOfThread * 2) - 1, 8));
        Assert.Equal(2, CostModel.EvaluationThreads(Enough * 3, Samples, 8));
        Assert.Equal(1, CostModel.EvaluationThreads((Enough - 2) * 3, Samples, 8));
    }

    private static void AssertCovers(Share[] shares, int length)
    {
        var start = 0;
        foreach (var share in shares)
        {
            Assert.Equal(start, share.Start);
            Assert.True(share.Length >= 0);
            start += share.Length;
        }

        Assert.Equal(length, start);
    }
}
