namespace NetGen.Probing;

/// <summary>Averages over values, summed in double precision.</summary>
internal static class Moments
{
    /// <summary>Mean and standard deviation.</summary>
    public static (double Mean, double StandardDeviation) Of(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        var mean = sum / values.Length;
        var squares = 0.0;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return (mean, Math.Sqrt(squares / values.Length));
    }

    /// <summary>The sum of squares.</summary>
    public static double Squares(ReadOnlySpan<float> values)
    {
        var squares = 0.0;
        foreach (var value in values)
        {
            squares += (double)value * value;
        }

        return squares;
    }

    /// <summary>The root mean square of the differences.</summary>
    public static double DifferenceRms(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        var squares = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            var difference = (double)first[i] - second[i];
            squares += difference * difference;
        }

        return Math.Sqrt(squares / first.Length);
    }
}
