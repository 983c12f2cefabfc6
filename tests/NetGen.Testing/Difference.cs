namespace NetGen.Testing;

/// <summary>How far two tensors are apart.</summary>
internal static class Difference
{
    /// <summary>
    /// The largest difference of two elements over the largest finite magnitude expected; infinite where NaN or infinities stand at different places or
    /// the lengths differ.
    /// </summary>
    /// <param name="expected">What the values should be.</param>
    /// <param name="actual">What they are.</param>
    /// <param name="floor">The smallest magnitude divided by, so that a tensor of zeros can be compared; 0 compares exactly where all is 0.</param>
    public static double Relative(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double floor = 0)
    {
        if (expected.Length != actual.Length)
        {
            return double.PositiveInfinity;
        }

        var largest = floor;
        var difference = 0.0;
        for (var i = 0; i < expected.Length; i++)
        {
            if (double.IsFinite(expected[i]) != double.IsFinite(actual[i]))
            {
                return double.PositiveInfinity;
            }

            if (double.IsFinite(expected[i]))
            {
                largest = Math.Max(largest, Math.Abs(expected[i]));
                difference = Math.Max(difference, Math.Abs(expected[i] - actual[i]));
            }
            else if (!expected[i].Equals(actual[i]))
            {
                return double.PositiveInfinity;
            }
        }

        return difference == 0 ? 0 : difference / largest;
    }
}
