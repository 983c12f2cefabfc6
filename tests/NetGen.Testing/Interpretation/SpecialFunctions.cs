namespace NetGen.Testing.Interpretation;

/// <summary>Functions that <see cref="Math"/> lacks, in double precision. Independent of the library's, which are held against these.</summary>
internal static class SpecialFunctions
{
    private const double TwoOverSqrtPi = 1.1283791670955125738961589031215452;

    /// <summary>ln(1 + x) without the cancellation of the plain formula near 0.</summary>
    public static double Log1P(double x)
    {
        var u = 1 + x;
        return u == 1 || double.IsInfinity(u) ? x : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>exp(x) - 1 without the cancellation of the plain formula near 0.</summary>
    public static double ExpM1(double x)
    {
        var u = Math.Exp(x);
        if (u == 1)
        {
            return x;
        }

        var difference = u - 1;
        return difference == -1 || double.IsInfinity(u) ? difference : difference * (x / Math.Log(u));
    }

    /// <summary>The logistic function 1 / (1 + exp(-x)).</summary>
    public static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>ln(1 + exp(x)), which neither overflows nor cancels.</summary>
    public static double Softplus(double x) => Math.Max(x, 0) + Log1P(Math.Exp(-Math.Abs(x)));

    /// <summary>The error function.</summary>
    public static double Erf(double x) => Math.Abs(x) < 2 ? ErfSeries(x) : x > 0 ? 1 - ErfcFraction(x) : x < 0 ? ErfcFraction(-x) - 1 : x;

    /// <summary>1 - erf(x), with its full relative precision where erf(x) is nearly 1.</summary>
    public static double Erfc(double x) => x >= 2 ? ErfcFraction(x) : 1 - Erf(x);

    /// <summary>z with Phi(z) = p, for p between 0 and 1: Newton's method on the logarithm of the smaller tail, which converges from any start since that is concave.</summary>
    public static double NormalQuantile(double p)
    {
        // The lower tail, where Phi(z) = erfc(-z / sqrt 2) / 2 keeps its precision.
        var tail = Math.Min(p, 1 - p);
        var z = 0.0;
        for (var iteration = 0; iteration < 50; iteration++)
        {
            var phi = Erfc(-z * Math.Sqrt(0.5)) / 2;
            var density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
            var step = Math.Log(phi / tail) * phi / density;
            z -= step;
            if (Math.Abs(step) <= 1e-14)
            {
                break;
            }
        }

        return p < 0.5 ? z : -z;
    }

    // erf(x) = 2/sqrt(pi) exp(-x^2) sum_n 2^n x^(2n+1) / (2n+1)!!: all terms have one sign, so nothing cancels.
    private static double ErfSeries(double x)
    {
        var term = x;
        var sum = x;
        for (var n = 1; Math.Abs(term) > Math.Abs(sum) * 1e-18; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return TwoOverSqrtPi * Math.Exp(-x * x) * sum;
    }

    // erfc(x) = exp(-x^2) / (sqrt(pi) (x + (1/2)/(x + 1/(x + (3/2)/(x + ...))))), evaluated from the inside.
    private static double ErfcFraction(double x)
    {
        if (x > 27.3)
        {
            return 0;
        }

        var fraction = x;
        for (var n = 200; n >= 1; n--)
        {
            fraction = x + (n / 2.0 / fraction);
        }

        return TwoOverSqrtPi / 2 * Math.Exp(-x * x) / fraction;
    }
}
