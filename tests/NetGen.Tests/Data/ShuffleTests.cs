using NetGen.Data;
using Xunit;

namespace NetGen.Tests.Data;

public sealed class ShuffleTests
{
    [Fact]
    public void TheGeneratorsBitsArePinned()
    {
        // The mixing function and its counter are SplitMix64's: with a state of 0 its first numbers are these, published with the algorithm's reference code.
        var generator = default(SplitMix64);
        Assert.Equal(0xE220A8397B1DCDAFUL, generator.Next());
        Assert.Equal(0x6E789E6AA1B965F4UL, generator.Next());
        Assert.Equal(0x06C45D188009454FUL, generator.Next());
    }

    [Fact]
    public void AnOrderIsPinned()
    {
        var order = new int[10];
        new SplitMix64(42, 1).FillWithPermutation(order);
        Assert.Equal("3 9 1 4 8 0 7 5 2 6", string.Join(' ', order));
    }

    [Fact]
    public void EveryOrderIsEquallyLikely()
    {
        // 24 orders of 4 elements, 1,000 times each on average; the chi-square statistic of 23 degrees of freedom exceeds 60 once in 37,000 times, and the
        // seeds are fixed.
        var counts = new Dictionary<string, int>();
        var order = new int[4];
        for (ulong seed = 0; seed < 24_000; seed++)
        {
            new SplitMix64(seed, seed % 3).FillWithPermutation(order);
            var key = string.Join(' ', order);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        Assert.Equal(24, counts.Count);
        Assert.InRange(counts.Values.Sum(count => (count - 1000) * (count - 1000) / 1000.0), 0, 60);
    }

    [Fact]
    public void SmallNumbersAreUnbiased()
    {
        var generator = new SplitMix64(7, 0);
        var counts = new int[3];
        for (var i = 0; i < 30_000; i++)
        {
            counts[generator.NextBelow(3)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
    }
}
