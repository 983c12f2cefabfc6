namespace NetGen.Generators.Signal;

/// <summary>The range in which the emitted float code can hold a signal at all.</summary>
internal static class SignalMath
{
    /// <summary>The largest finite float: a larger value is infinite at run time.</summary>
    public const double LargestFloat = 3.4028234663852886e38;

    /// <summary>The smallest normal float: a smaller value loses its digits, then vanishes.</summary>
    public const double SmallestFloat = 1.1754943508222875e-38;

    /// <summary>Backward variances stay below this, so that their products with a forward variance are finite doubles.</summary>
    public const double LargestVariance = 1e200;

    /// <summary>Whether a value is neither NaN nor infinite; netstandard2.0's double cannot say.</summary>
    public static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
