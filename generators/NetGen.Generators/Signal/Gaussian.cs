namespace NetGen.Generators.Signal;

/// <summary>The normal distribution and the error function in double precision; netstandard2.0 has neither.</summary>
internal static class Gaussian
{
    private const double InverseSqrtTwoPi = 0.39894228040143267794;
    private const double SqrtHalf = 0.70710678118654752440;
    private const double InverseSqrtPi = 0.56418958354775628695;

    /// <summary>Where the series for erf gives way to the continued fraction for erfc; both have 15 digits here.</summary>
    private const double SeriesLimit = 2.5;

    /// <summary>The density of the standard normal distribution.</summary>
    public static double Density(double z) => InverseSqrtTwoPi * Math.Exp(-0.5 * z * z);

    /// <summary>P(Z &lt; z); accurate relative to its own size in the lower tail too.</summary>
    public static double Cdf(double z) => 0.5 * Erfc(-z * SqrtHalf);

    /// <summary>2 / sqrt(pi) times the integral of exp(-t^2) from 0 to x.</summary>
    public static double Erf(double x) => Math.Abs(x) < SeriesLimit ? ErfSeries(x) : Math.Sign(x) * (1 - ErfcFraction(Math.Abs(x)));

    /// <summary>1 - erf(x) without the cancellation for large x.</summary>
    public static double Erfc(double x)
    {
        if (Math.Abs(x) < SeriesLimit)
        {
            return 1 - ErfSeries(x);
        }

        return x > 0 ? ErfcFraction(x) : 2 - ErfcFraction(-x);
    }

    /// <summary>exp(-x^2) times a series of positive terms, so nothing cancels.</summary>
    private static double ErfSeries(double x)
    {
        var square = x * x;
        var term = x;
        var sum = x;
        for (var odd = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); odd += 2)
        {
            term *= 2 * square / odd;
            sum += term;
        }

        return 2 * InverseSqrtPi * Math.Exp(-square) * sum;
    }

    /// <summary>Laplace's continued fraction, from the inside out; 30 levels are enough above <see cref="SeriesLimit"/>.</summary>
    private static double ErfcFraction(double x)
    {
        if (x > 27)
        {
            return 0;
        }

        var tail = x;
        for (var level = 30; level > 0; level--)
        {
            tail = x + (0.5 * level / tail);
        }

        return InverseSqrtPi * Math.Exp(-x * x) / tail;
    }
}
