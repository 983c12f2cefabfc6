using System.Runtime.CompilerServices;

namespace NetGen.Initialization;

/// <summary>
/// <see cref="NormalQuantile"/> in vectors: the same operations in the same order on each lane, none of them fused, so that the bits are those of the scalar.
/// </summary>
/// <typeparam name="TLanes">The vector.</typeparam>
/// <typeparam name="TOp">Its operations.</typeparam>
internal static class NormalQuantileVector<TLanes, TOp>
    where TLanes : struct
    where TOp : struct, IDoubleOperations<TLanes>
{
    /// <summary>z with Phi(z) = (word + 1/2) 2^-32, as <see cref="RandomStream.NextNormal"/> maps a word before it rounds to a float.</summary>
    /// <param name="words">Words in the lower halves of the lanes; the upper halves may hold anything.</param>
    /// <returns>z, to about 1e-15 of its value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes OfWords(TLanes words)
    {
        // A word under the upper half of 2^52 is 2^52 more than the word.
        var two52 = TOp.Constant(1L << 52);
        var word = TOp.Subtract(TOp.LowerWith(words, two52), two52);
        return Of(TOp.Multiply(TOp.Add(word, TOp.Constant(0.5)), TOp.Constant(1.0 / (1L << 32))));
    }

    /// <summary>z with Phi(z) = p.</summary>
    /// <param name="p">From 2^-34 to 1 - 2^-34.</param>
    /// <returns>z, to about 1e-15 of its value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of(TLanes p)
    {
        // Both regions are computed for all lanes, each meaningless where the other holds: 15% of all numbers are on the flanks, so that few vectors have none.
        var q = TOp.Subtract(p, TOp.Constant(0.5));
        var centre = TOp.Multiply(q, Centre(TOp.Subtract(TOp.Constant(0.180625), TOp.Multiply(q, q))));
        var r = TOp.Sqrt(TOp.Subtract(TOp.Constant(0), Log(TOp.Min(p, TOp.Subtract(TOp.Constant(1), p)))));
        var flank = Flank(TOp.Subtract(r, TOp.Constant(1.6)));
        return TOp.SelectWhereAtMost(TOp.Abs(q), TOp.Constant(0.425), centre, TOp.CopySign(flank, q));
    }

    // The logarithm of a number from 2^-1022 to 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Log(TLanes x)
    {
        // The exponent plus 1,023, so that it is not negative; under the bits of 2^52 it is a double that much larger.
        const ulong RootHalf = 0x3FE6A09E00000000;
        const ulong Bias = 1023ul << 52;
        var biased = TOp.ShiftRight52(TOp.AddBits(x, TOp.Bits(Bias - RootHalf)));
        var m = TOp.AddBits(TOp.SubtractBits(x, TOp.ShiftLeft52(biased)), TOp.Bits(Bias));
        var exponent = TOp.Subtract(TOp.LowerWith(biased, TOp.Constant(1L << 52)), TOp.Constant((1L << 52) + 1023));
        var one = TOp.Constant(1);
        var s = TOp.Divide(TOp.Subtract(m, one), TOp.Add(m, one));
        var square = TOp.Multiply(s, s);
        var series = TOp.Constant(1.0 / 21);
        series = Next(series, square, 1.0 / 19);
        series = Next(series, square, 1.0 / 17);
        series = Next(series, square, 1.0 / 15);
        series = Next(series, square, 1.0 / 13);
        series = Next(series, square, 1.0 / 11);
        series = Next(series, square, 1.0 / 9);
        series = Next(series, square, 1.0 / 7);
        series = Next(series, square, 1.0 / 5);
        series = Next(series, square, 1.0 / 3);
        var rest = TOp.Add(s, TOp.Multiply(TOp.Multiply(s, square), series));
        var low = TOp.Add(TOp.Multiply(exponent, TOp.Constant(NormalQuantile.Ln2Low)), TOp.Multiply(TOp.Constant(2), rest));
        return TOp.Add(TOp.Multiply(exponent, TOp.Constant(NormalQuantile.Ln2High)), low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Centre(TLanes r)
    {
        var numerator = TOp.Constant(2.5090809287301226727e3);
        numerator = Next(numerator, r, 3.3430575583588128105e4);
        numerator = Next(numerator, r, 6.7265770927008700853e4);
        numerator = Next(numerator, r, 4.5921953931549871457e4);
        numerator = Next(numerator, r, 1.3731693765509461125e4);
        numerator = Next(numerator, r, 1.9715909503065514427e3);
        numerator = Next(numerator, r, 1.3314166789178437745e2);
        numerator = Next(numerator, r, 3.3871328727963666080);
        var denominator = TOp.Constant(5.2264952788528545610e3);
        denominator = Next(denominator, r, 2.8729085735721942674e4);
        denominator = Next(denominator, r, 3.9307895800092710610e4);
        denominator = Next(denominator, r, 2.1213794301586595867e4);
        denominator = Next(denominator, r, 5.3941960214247511077e3);
        denominator = Next(denominator, r, 6.8718700749205790830e2);
        denominator = Next(denominator, r, 4.2313330701600911252e1);
        denominator = Next(denominator, r, 1);
        return TOp.Divide(numerator, denominator);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Flank(TLanes r)
    {
        var numerator = TOp.Constant(7.74545014278341407640e-4);
        numerator = Next(numerator, r, 2.27238449892691845833e-2);
        numerator = Next(numerator, r, 2.41780725177450611770e-1);
        numerator = Next(numerator, r, 1.27045825245236838258);
        numerator = Next(numerator, r, 3.64784832476320460504);
        numerator = Next(numerator, r, 5.76949722146069140550);
        numerator = Next(numerator, r, 4.63033784615654529590);
        numerator = Next(numerator, r, 1.42343711074968357734);
        var denominator = TOp.Constant(1.05075007164441684324e-9);
        denominator = Next(denominator, r, 5.47593808499534494600e-4);
        denominator = Next(denominator, r, 1.51986665636164571966e-2);
        denominator = Next(denominator, r, 1.48103976427480074590e-1);
        denominator = Next(denominator, r, 6.89767334985100004550e-1);
        denominator = Next(denominator, r, 1.67638483018380384940);
        denominator = Next(denominator, r, 2.05319162663775882187);
        denominator = Next(denominator, r, 1);
        return TOp.Divide(numerator, denominator);
    }

    // A step of Horner's rule, rounded twice as the scalar's is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Next(TLanes sum, TLanes r, double coefficient) => TOp.Add(TOp.Multiply(sum, r), TOp.Constant(coefficient));
}
