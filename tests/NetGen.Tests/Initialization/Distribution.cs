using Xunit;

namespace NetGen.Tests.Initialization;

/// <summary>What draws are held against: a distribution symmetric about 0 by its variance, its kurtosis and its distribution function.</summary>
internal sealed record Distribution(double Variance, double Kurtosis, Func<double, double> Cumulative)
{
    /// <summary>
    /// Holds draws against the moments, to five standard errors of each, and against the distribution function by Kolmogorov and Smirnov at 1 in 10,000. The
    /// draws are the same each time, so this passes or fails for good.
    /// </summary>
    public void Check(ReadOnlySpan<float> draws)
    {
        double n = draws.Length;
        var (sum, squares, fourths) = (0.0, 0.0, 0.0);
        foreach (double draw in draws)
        {
            sum += draw;
            squares += draw * draw;
            fourths += draw * draw * draw * draw;
        }

        Assert.InRange(sum / n / Math.Sqrt(Variance / n), -5, 5);
        var variance = squares / n;
        Assert.InRange((variance - Variance) / (Variance * Math.Sqrt((Kurtosis - 1) / n)), -5, 5);

        // 96 is the eighth moment's part for the normal distribution, the heaviest of them here: E z^8 - (E z^4)^2 = 105 - 9.
        Assert.InRange((fourths / n / (Variance * Variance) - Kurtosis) / Math.Sqrt(96 / n), -5, 5);

        var sorted = draws.ToArray();
        Array.Sort(sorted);
        var distance = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var probability = Cumulative(sorted[i]);
            distance = Math.Max(distance, Math.Max(probability - (i / n), ((i + 1) / n) - probability));
        }

        Assert.InRange(distance * Math.Sqrt(n), 0, 2.23);
    }
}
