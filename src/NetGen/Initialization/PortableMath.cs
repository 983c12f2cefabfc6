namespace NetGen.Initialization;

/// <summary>
/// The logarithm by additions, multiplications and divisions in a fixed order, each rounded as IEEE 754 says: the same bits wherever it runs, which the
/// platform's own does not promise.
/// </summary>
internal static class PortableMath
{
    private const double Ln2 = 0.69314718055994530942;
    private const int Terms = 12;

    /// <summary>ln(x) for positive, normal x, to about the last bit of a double.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }

        // ln m = 2 artanh((m - 1) / (m + 1)), the argument at most 0.1716: twelve terms of the odd series reach 1e-19.
        var s = (mantissa - 1) / (mantissa + 1);
        var square = s * s;
        var sum = 0.0;
        for (var term = Terms - 1; term >= 0; term--)
        {
            sum = (sum * square) + (1.0 / ((2 * term) + 1));
        }

        return (exponent * Ln2) + (2 * s * sum);
    }
}
