namespace NetGen.Generators.Signal.Functions;

/// <summary>Finds where a function of unknown shape is flat, by sampling its slope.</summary>
internal static class FlatRegions
{
    private const double Step = 1.0 / 16;
    private const double Reach = 64;

    /// <summary>P(|phi'| &lt; 10% of its maximum), null unless phi is flat towards both ends.</summary>
    public static double? Share(ActivationFunction function, SignalDistribution distribution)
    {
        var count = (int)(2 * Reach / Step) + 1;
        var slopes = new double[count];
        double largest = 0;
        for (var index = 0; index < count; index++)
        {
            function.Evaluate(Position(index), out _, out var derivative);
            slopes[index] = double.IsNaN(derivative) ? 0 : Math.Abs(derivative);
            largest = Math.Max(largest, slopes[index]);
        }

        var limit = ActivationFunction.FlatShare * largest;
        if (largest == 0 || double.IsInfinity(largest) || slopes[0] >= limit || slopes[count - 1] >= limit)
        {
            return null;
        }

        // Walk from end to end; every crossing of the limit closes one region and opens the next.
        double share = 0;
        var start = double.NegativeInfinity;
        for (var index = 1; index < count; index++)
        {
            var flatBefore = slopes[index - 1] < limit;
            if (flatBefore != slopes[index] < limit)
            {
                var crossing = Crossing(function, Position(index - 1), Position(index), limit, flatBefore);
                share += flatBefore ? distribution.Probability(start, crossing) : 0;
                start = crossing;
            }
        }

        return Math.Min(share + distribution.Probability(start, double.PositiveInfinity), 1);
    }

    private static double Position(int index) => (index * Step) - Reach;

    private static double Crossing(ActivationFunction function, double low, double high, double limit, bool flatLow)
    {
        for (var halving = 0; halving < 30; halving++)
        {
            var middle = 0.5 * (low + high);
            function.Evaluate(middle, out _, out var derivative);
            if (Math.Abs(derivative) < limit == flatLow)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return 0.5 * (low + high);
    }
}
