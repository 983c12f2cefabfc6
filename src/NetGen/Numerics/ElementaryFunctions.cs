using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// Functions that the base library does not have in vectors, for any width: at most 4 units in the last place over all floats, with infinities, subnormals and
/// NaN where mathematics has them.
/// </summary>
internal static class ElementaryFunctions
{
    /// <summary>1 / (1 + exp(-x)), through exp(-|x|), which cannot overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Logistic<T>(T x)
        where T : struct, ILanes<T>
    {
        var one = T.Create(1);
        var small = T.Exp(T.Negate(T.Abs(x)));
        return T.Divide(T.SelectGreater(T.Create(0), x, small, one), T.Add(one, small));
    }

    /// <summary>tanh(x): a polynomial in x^2 near 0, 1 - 2 / (exp(2 |x|) + 1) beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tanh<T>(T x)
        where T : struct, ILanes<T>
    {
        var magnitude = T.Abs(x);
        var one = T.Create(1);
        var far = T.Subtract(one, T.Divide(T.Create(2), T.Add(T.Exp(T.Add(magnitude, magnitude)), one)));

        // The coefficients of the Cephes library's tanhf for |x| < 0.625.
        var square = T.Multiply(x, x);
        var polynomial = T.MultiplyAdd(T.Create(-5.70498872745e-3f), square, T.Create(2.06390887954e-2f));
        polynomial = T.MultiplyAdd(polynomial, square, T.Create(-5.37397155531e-2f));
        polynomial = T.MultiplyAdd(polynomial, square, T.Create(1.33314422036e-1f));
        polynomial = T.MultiplyAdd(polynomial, square, T.Create(-3.33332819422e-1f));
        var near = T.MultiplyAdd(T.Multiply(polynomial, square), x, x);
        return T.SelectGreater(T.Create(0.625f), magnitude, near, T.CopySign(far, x));
    }

    /// <summary>erf(x): a polynomial near 0, 1 - exp(polynomial) beyond; the coefficients of N. Juffa's erff.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Erf<T>(T x)
        where T : struct, ILanes<T>
    {
        var magnitude = T.Abs(x);
        var square = T.Multiply(x, x);
        var near = T.MultiplyAdd(T.Create(-5.96761703e-4f), square, T.Create(4.99119423e-3f));
        near = T.MultiplyAdd(near, square, T.Create(-2.67681349e-2f));
        near = T.MultiplyAdd(near, square, T.Create(1.12819925e-1f));
        near = T.MultiplyAdd(near, square, T.Create(-3.76125336e-1f));
        near = T.MultiplyAdd(near, square, T.Create(1.28379166e-1f));
        near = T.MultiplyAdd(near, x, x);

        // Beyond 4 the result is 1 to the last bit, and the polynomial is not asked.
        var t = T.SelectGreater(magnitude, T.Create(4), T.Create(4), magnitude);
        var s = T.Multiply(t, t);
        var far = T.MultiplyAdd(T.Create(-1.72853470e-5f), t, T.Create(3.83197126e-4f));
        far = T.MultiplyAdd(far, s, T.MultiplyAdd(T.Create(-3.88396438e-3f), t, T.Create(2.42546219e-2f)));
        far = T.MultiplyAdd(far, t, T.Create(-1.06777877e-1f));
        far = T.MultiplyAdd(far, t, T.Create(-6.34846687e-1f));
        far = T.MultiplyAdd(far, t, T.Create(-1.28717512e-1f));
        far = T.Subtract(T.Create(1), T.Exp(T.MultiplyAdd(far, t, T.Negate(t))));
        return T.SelectGreater(magnitude, T.Create(0.927734375f), T.CopySign(far, x), near);
    }

    /// <summary>exp(x) - 1: a Taylor polynomial near 0, where the difference would cancel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpMinus1<T>(T x)
        where T : struct, ILanes<T>
    {
        var near = T.MultiplyAdd(T.Create(1f / 40320), x, T.Create(1f / 5040));
        near = T.MultiplyAdd(near, x, T.Create(1f / 720));
        near = T.MultiplyAdd(near, x, T.Create(1f / 120));
        near = T.MultiplyAdd(near, x, T.Create(1f / 24));
        near = T.MultiplyAdd(near, x, T.Create(1f / 6));
        near = T.MultiplyAdd(near, x, T.Create(0.5f));
        near = T.MultiplyAdd(T.Multiply(near, x), x, x);
        return T.SelectGreater(T.Create(0.5f), T.Abs(x), near, T.Subtract(T.Exp(x), T.Create(1)));
    }

    /// <summary>ln(1 + x) for x from 0 to 1; the rounding of 1 + x is made good (Kahan).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LogOf1Plus<T>(T x)
        where T : struct, ILanes<T>
    {
        var one = T.Create(1);
        var sum = T.Add(one, x);
        return T.SelectEqual(sum, one, x, T.Divide(T.Multiply(T.Log(sum), x), T.Subtract(sum, one)));
    }

    /// <summary>ln(1 + exp(x)) = max(x, 0) + ln(1 + exp(-|x|)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Softplus<T>(T x)
        where T : struct, ILanes<T>
    {
        var positive = T.SelectGreater(T.Create(0), x, T.Create(0), x);
        return T.Add(positive, LogOf1Plus(T.Exp(T.Negate(T.Abs(x)))));
    }
}
