using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// The transcendental functions, each written once for all vector widths: reduction of the argument, a minimax polynomial, reconstruction. Every step is a
/// correctly rounded operation, so that all widths give the same bits. The polynomials were fitted by Remez' exchange on the interval named; errors of the
/// results are held by the tests.
/// </summary>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TOp">Its operations.</typeparam>
internal static class VectorFunctions<TVector, TOp>
    where TVector : struct
    where TOp : struct, IVectorOperations<TVector>
{
    // ln 2 as the nearest float and what is missing; the product with a whole number is exact within a fused multiply-add.
    private const float Ln2 = 0.693147182f;
    private const float Ln2Rest = -1.90465421e-9f;

    // Below this exp(x) rounds to 0, above the other it is infinite.
    private const float ExpLowest = -104;
    private const float ExpHighest = 88.8f;

    // 1.5 x 2^22 + 126: where a unit in the last place is a half.
    private const float HalfRounder = 6291582;

    // Functions f with f(x) = x + O(x^2) are x itself below this magnitude, to half a unit in the last place.
    private const float Tiny = 1f / (1 << 25);

    /// <summary>exp(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp(TVector x) => ExpOfAtMost88(TOp.AtMost(TOp.Constant(ExpHighest), x));

    /// <summary>exp(x) for x of at most 88.8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ExpOfAtMost88(TVector x)
    {
        var fraction = FractionOfExp(TOp.AtLeast(TOp.Constant(ExpLowest), x), out var n);
        return TOp.ScaleByPowerOfTwo(TOp.Add(TOp.Constant(1), fraction), n);
    }

    /// <summary>exp(x) - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Expm1(TVector x)
    {
        // exp(x) - 1 = 2^n (1 + q) - 1; computed at half its size, since 2^128 is no float though exp(88.7) is one. At -18 the result is -1 to the last bit.
        var q = FractionOfExp(TOp.AtLeast(TOp.Constant(-18), TOp.AtMost(TOp.Constant(ExpHighest), x)), out var n);
        var half = TOp.PowerOfTwo(TOp.Subtract(n, TOp.Constant(1)));
        var result = TOp.MultiplyAdd(half, q, TOp.Subtract(half, TOp.Constant(0.5f)));
        return TOp.Select(TOp.LessThan(TOp.Abs(x), TOp.Constant(Tiny)), x, TOp.Add(result, result));
    }

    /// <summary>The natural logarithm: NaN below 0, -infinity at 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log(TVector x)
    {
        // Subnormal numbers are brought into the normal range first.
        var isSubnormal = TOp.LessThan(x, TOp.Constant(1.17549435e-38f));
        var normal = TOp.Select(isSubnormal, TOp.Multiply(x, TOp.Constant(1 << 25)), x);
        var mantissa = TOp.SplitExponent(normal, out var exponent);
        exponent = TOp.Subtract(exponent, TOp.Select(isSubnormal, TOp.Constant(25), TOp.Constant(0)));
        return LogLimits(x, LogOf(TOp.Subtract(mantissa, TOp.Constant(1)), exponent));
    }

    /// <summary>ln(1 + x): NaN below -1, -infinity at -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log1p(TVector x)
    {
        var one = TOp.Constant(1);
        var u = TOp.Add(one, x);

        // 1 + x = u + rest, exactly (Knuth's sum of two).
        var shadow = TOp.Subtract(u, x);
        var rest = TOp.Add(TOp.Subtract(x, TOp.Subtract(u, shadow)), TOp.Subtract(one, shadow));
        var result = LogLimits(u, LogOfSum(u, rest));
        return TOp.Select(TOp.LessThan(TOp.Abs(x), TOp.Constant(Tiny)), x, result);
    }

    /// <summary>ln(1 + x) for x from 0 to 1; NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log1pOfFraction(TVector x)
    {
        var one = TOp.Constant(1);
        var u = TOp.Add(one, x);
        var result = LogOfSum(u, TOp.Subtract(x, TOp.Subtract(u, one)));

        // The bits of a NaN split like those of a number.
        return TOp.Select(TOp.LessThanOrEqual(x, one), result, x);
    }

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh(TVector x)
    {
        // With |x| = k ln(2) / 2 + f and A = f / tanh f, exp(2 |x|) = 2^k (A + f) / (A - f), and therefore
        // tanh |x| = N / (N + (A - f)) with N = (2^k - 1) / 2 (A + f) + f.
        // Where k = 0, N is f and the divisor rounds back to A, so that what errs is A, by half a unit in its last place, and the quotient. Where k > 0, what
        // N errs by is in the divisor too, and counts the less the larger x is. From the bound on, the result is 1.
        var magnitude = TOp.AtMost(TOp.Constant(9.02f), TOp.Abs(x));

        // k = floor(2 |x| / ln 2 + 1/4): a unit in the last place of the sum is a half, which rounds, and the lowest bit is dropped. So f is from -0.087 to 0.26;
        // further below 0, N would be a difference of nearly equal numbers where k = 1. The other bits, 126 among them, become the exponent of 2^k / 2.
        var sum = TOp.MultiplyAdd(magnitude, TOp.Constant(2.88539004f), TOp.Constant(HalfRounder));
        sum = TOp.And(sum, TOp.Constant(BitConverter.Int32BitsToSingle(~1)));
        var f = TOp.MultiplyAdd(TOp.Subtract(sum, TOp.Constant(HalfRounder)), TOp.Constant(-0.346573591f), magnitude);
        var halfPower = TOp.ShiftLeft(sum, 22);

        // A = 1 + f^2 P(f^2). Relative error of A 4e-11.
        var square = TOp.Multiply(f, f);
        var p = TOp.MultiplyAdd(TOp.Constant(0.00208913418f), square, TOp.Constant(-0.0222211555f));
        p = TOp.MultiplyAdd(p, square, TOp.Constant(0.333333313f));
        var a = TOp.MultiplyAdd(p, square, TOp.Constant(1));
        var n = TOp.MultiplyAdd(TOp.Subtract(halfPower, TOp.Constant(0.5f)), TOp.Add(a, f), f);
        var quotient = TOp.Divide(n, TOp.Add(n, TOp.Subtract(a, f)));
        return TOp.Or(quotient, TOp.And(x, TOp.Constant(-0f)));
    }

    /// <summary>The logistic function 1 / (1 + exp(-x)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Logistic(TVector x)
    {
        // exp(-|x|) cannot overflow, and on the negative side the quotient keeps its relative precision down to the subnormal numbers.
        var decay = ExpOfMinusAbs(x);
        var one = TOp.Constant(1);
        return TOp.Divide(TOp.Select(TOp.LessThan(x, TOp.Constant(0)), decay, one), TOp.Add(one, decay));
    }

    /// <summary>exp(-|x|).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector ExpOfMinusAbs(TVector x) => ExpOfAtMost88(TOp.Subtract(TOp.Constant(0), TOp.Abs(x)));

    /// <summary>The error function.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Erf(TVector x)
    {
        // Up to 1: erf x = x P(x^2). Relative error of P 1.2e-9.
        var square = TOp.Multiply(x, x);
        var p = TOp.MultiplyAdd(TOp.Constant(7.85392767e-05f), square, TOp.Constant(-0.000801021291f));
        p = TOp.MultiplyAdd(p, square, TOp.Constant(0.00518832961f));
        p = TOp.MultiplyAdd(p, square, TOp.Constant(-0.0268538129f));
        p = TOp.MultiplyAdd(p, square, TOp.Constant(0.112835854f));
        p = TOp.MultiplyAdd(p, square, TOp.Constant(-0.37612626f));
        p = TOp.MultiplyAdd(p, square, TOp.Constant(1.12837911f));

        // Beyond: erf x = 1 - 2 Phi(-sqrt 2 x); 1 to the last bit from 3.92 on.
        var magnitude = TOp.Abs(x);
        var t = TOp.Multiply(TOp.Constant(1.41421354f), TOp.AtMost(TOp.Constant(4), magnitude));
        var tail = NormalTail(t, out _);
        var outer = TOp.CopySign(TOp.Subtract(TOp.Constant(1), TOp.Add(tail, tail)), x);
        return TOp.Select(TOp.LessThan(magnitude, TOp.Constant(1)), TOp.Multiply(x, p), outer);
    }

    /// <summary>Phi(-t), the chance that a standard normal variable exceeds t, for t from 0 to 15.</summary>
    /// <param name="t">From 0 to 15; NaN gives NaN.</param>
    /// <param name="decay">exp(-t^2 / 2).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector NormalTail(TVector t, out TVector decay)
    {
        // t^2 = square + rest, exactly: the exponential would multiply the rounding of t^2 by t^2 / 2.
        var square = TOp.Multiply(t, t);
        var rest = TOp.MultiplyAdd(t, t, TOp.Subtract(TOp.Constant(0), square));
        var minusHalf = TOp.Constant(-0.5f);
        var exponential = ExpOfAtMost88(TOp.Multiply(minusHalf, square));
        decay = TOp.MultiplyAdd(exponential, TOp.Multiply(minusHalf, rest), exponential);

        // Phi(-t) exp(t^2 / 2) = v S(2 v - 1) with v = 1 / (1 + 0.3 t). Relative error of S 3.5e-9.
        var v = TOp.Divide(TOp.Constant(1), TOp.MultiplyAdd(TOp.Constant(0.3f), t, TOp.Constant(1)));
        var w = TOp.Subtract(TOp.Add(v, v), TOp.Constant(1));
        var s = TOp.MultiplyAdd(TOp.Constant(-4.02824298e-05f), w, TOp.Constant(7.66855956e-05f));
        s = TOp.MultiplyAdd(s, w, TOp.Constant(0.000280603068f));
        s = TOp.MultiplyAdd(s, w, TOp.Constant(-0.000569693046f));
        s = TOp.MultiplyAdd(s, w, TOp.Constant(-0.00242349179f));
        s = TOp.MultiplyAdd(s, w, TOp.Constant(0.00181603199f));
        s = TOp.MultiplyAdd(s, w, TOp.Constant(0.0277603362f));
        s = TOp.MultiplyAdd(s, w, TOp.Constant(0.0865497068f));
        s = TOp.MultiplyAdd(s, w, TOp.Constant(0.164579481f));
        s = TOp.MultiplyAdd(s, w, TOp.Constant(0.221970618f));
        return TOp.Multiply(decay, TOp.Multiply(v, s));
    }

    // q and n with exp(x) = 2^n (1 + q) and q between sqrt(1/2) - 1 and sqrt 2 - 1: the nearest n, then q = r + r^2 P(r) for the remainder r of x
    // within ln(2) / 2. Error of r P(r) 1.4e-8.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector FractionOfExp(TVector x, out TVector n)
    {
        // Adding 1.5 x 2^23 rounds to a whole number.
        var rounder = TOp.Constant(12582912);
        n = TOp.Subtract(TOp.MultiplyAdd(x, TOp.Constant(1.44269502f), rounder), rounder);
        var r = TOp.MultiplyAdd(n, TOp.Constant(-Ln2), x);
        r = TOp.MultiplyAdd(n, TOp.Constant(-Ln2Rest), r);
        var p = TOp.MultiplyAdd(TOp.Constant(0.00139474601f), r, TOp.Constant(0.00836724788f));
        p = TOp.MultiplyAdd(p, r, TOp.Constant(0.0416662693f));
        p = TOp.MultiplyAdd(p, r, TOp.Constant(0.166665375f));
        p = TOp.MultiplyAdd(p, r, TOp.Constant(0.5f));
        return TOp.MultiplyAdd(p, TOp.Multiply(r, r), r);
    }

    // ln(u + rest) for a positive normal u and a rest of at most half a unit in its last place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LogOfSum(TVector u, TVector rest)
    {
        var mantissa = TOp.SplitExponent(u, out var exponent);

        // The exponent of the largest floats is 128, and 2^-128 no normal float; the rest is 0 there.
        var scale = TOp.PowerOfTwo(TOp.AtLeast(TOp.Constant(-126), TOp.Subtract(TOp.Constant(0), exponent)));
        return LogOf(TOp.MultiplyAdd(rest, scale, TOp.Subtract(mantissa, TOp.Constant(1))), exponent);
    }

    // ln((1 + f) 2^exponent) for f from -1/3 to 1/3: f - f^2 / 2 + f^3 Q(f). Error of f^2 Q(f) 5e-9.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LogOf(TVector f, TVector exponent)
    {
        var q = TOp.MultiplyAdd(TOp.Constant(-0.131907567f), f, TOp.Constant(0.139626056f));
        q = TOp.MultiplyAdd(q, f, TOp.Constant(-0.121153243f));
        q = TOp.MultiplyAdd(q, f, TOp.Constant(0.140108898f));
        q = TOp.MultiplyAdd(q, f, TOp.Constant(-0.166854531f));
        q = TOp.MultiplyAdd(q, f, TOp.Constant(0.200100452f));
        q = TOp.MultiplyAdd(q, f, TOp.Constant(-0.249996886f));
        q = TOp.MultiplyAdd(q, f, TOp.Constant(0.333332241f));
        q = TOp.MultiplyAdd(q, f, TOp.Constant(-0.5f));
        var result = TOp.MultiplyAdd(q, TOp.Multiply(f, f), f);
        result = TOp.MultiplyAdd(exponent, TOp.Constant(Ln2Rest), result);
        return TOp.MultiplyAdd(exponent, TOp.Constant(Ln2), result);
    }

    // The result where x is positive and finite; -infinity at 0, NaN below and at NaN, infinity at infinity.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LogLimits(TVector x, TVector result)
    {
        var zero = TOp.Constant(0);
        var infinity = TOp.Constant(float.PositiveInfinity);
        result = TOp.Select(TOp.LessThan(x, infinity), result, x);
        result = TOp.Select(TOp.LessThan(x, zero), TOp.Constant(float.NaN), result);
        return TOp.Select(TOp.AreEqual(x, zero), TOp.Constant(float.NegativeInfinity), result);
    }
}
