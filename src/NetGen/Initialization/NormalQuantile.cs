using System.Runtime.CompilerServices;

namespace NetGen.Initialization;

/// <summary>
/// The inverse of the standard normal distribution function by the rational approximations of Wichura's algorithm AS 241 (PPND16, Applied Statistics 37,
/// 1988). It uses nothing but +, -, *, / and the square root, whose results IEEE 754 fixes, so the bits are the same on every machine; the logarithm is its
/// own for the same reason.
/// </summary>
internal static class NormalQuantile
{
    /// <summary>The upper part of ln 2, with enough zeros behind it for the product with an exponent to be exact.</summary>
    public const double Ln2High = 6.93147180369123816490e-01;

    /// <summary>What is missing to ln 2.</summary>
    public const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>z with Phi(z) = p.</summary>
    /// <param name="p">From 2^-34 to 1 - 2^-34.</param>
    /// <returns>z, to about 1e-15 of its value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Of(double p)
    {
        var q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            return q * Centre(0.180625 - (q * q));
        }

        // From 1.60 to 4.86 for that range of p, within the second of the algorithm's three regions.
        var r = Math.Sqrt(-Log(q < 0 ? p : 1 - p));
        var z = Flank(r - 1.6);
        return q < 0 ? -z : z;
    }

    /// <summary>The natural logarithm of a positive normal number.</summary>
    /// <param name="x">From 2^-1022 up, finite.</param>
    /// <returns>ln x, to about two units in the last place.</returns>
    public static double Log(double x)
    {
        // x = m 2^e with m from about sqrt(1/2) to sqrt 2; ln m = 2 artanh(s) = 2 (s + s^3/3 + s^5/5 + ...) with s = (m - 1) / (m + 1), |s| < 0.172.
        const long RootHalf = 0x3FE6A09E00000000;
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (bits - RootHalf) >> 52;
        var m = BitConverter.Int64BitsToDouble(bits - (exponent << 52));
        var s = (m - 1) / (m + 1);
        var square = s * s;
        var series = 1.0 / 21;
        series = (series * square) + (1.0 / 19);
        series = (series * square) + (1.0 / 17);
        series = (series * square) + (1.0 / 15);
        series = (series * square) + (1.0 / 13);
        series = (series * square) + (1.0 / 11);
        series = (series * square) + (1.0 / 9);
        series = (series * square) + (1.0 / 7);
        series = (series * square) + (1.0 / 5);
        series = (series * square) + (1.0 / 3);

        return (exponent * Ln2High) + ((exponent * Ln2Low) + (2 * (s + (s * square * series))));
    }

    private static double Centre(double r)
    {
        var numerator = 2.5090809287301226727e3;
        numerator = (numerator * r) + 3.3430575583588128105e4;
        numerator = (numerator * r) + 6.7265770927008700853e4;
        numerator = (numerator * r) + 4.5921953931549871457e4;
        numerator = (numerator * r) + 1.3731693765509461125e4;
        numerator = (numerator * r) + 1.9715909503065514427e3;
        numerator = (numerator * r) + 1.3314166789178437745e2;
        numerator = (numerator * r) + 3.3871328727963666080;
        var denominator = 5.2264952788528545610e3;
        denominator = (denominator * r) + 2.8729085735721942674e4;
        denominator = (denominator * r) + 3.9307895800092710610e4;
        denominator = (denominator * r) + 2.1213794301586595867e4;
        denominator = (denominator * r) + 5.3941960214247511077e3;
        denominator = (denominator * r) + 6.8718700749205790830e2;
        denominator = (denominator * r) + 4.2313330701600911252e1;
        denominator = (denominator * r) + 1;
        return numerator / denominator;
    }

    private static double Flank(double r)
    {
        var numerator = 7.74545014278341407640e-4;
        numerator = (numerator * r) + 2.27238449892691845833e-2;
        numerator = (numerator * r) + 2.41780725177450611770e-1;
        numerator = (numerator * r) + 1.27045825245236838258;
        numerator = (numerator * r) + 3.64784832476320460504;
        numerator = (numerator * r) + 5.76949722146069140550;
        numerator = (numerator * r) + 4.63033784615654529590;
        numerator = (numerator * r) + 1.42343711074968357734;
        var denominator = 1.05075007164441684324e-9;
        denominator = (denominator * r) + 5.47593808499534494600e-4;
        denominator = (denominator * r) + 1.51986665636164571966e-2;
        denominator = (denominator * r) + 1.48103976427480074590e-1;
        denominator = (denominator * r) + 6.89767334985100004550e-1;
        denominator = (denominator * r) + 1.67638483018380384940;
        denominator = (denominator * r) + 2.05319162663775882187;
        denominator = (denominator * r) + 1;
        return numerator / denominator;
    }
}
