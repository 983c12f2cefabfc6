using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>z tanh(ln(1 + exp(z))) (Misra 2020).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Mish : IVectorActivation
{
    // tanh(ln(1 + exp(z))) is 0 at -128 in single precision; the clamp keeps -infinity times 0 out.
    private const float Far = 128;

    /// <inheritdoc/>
    public static bool DerivativeFromOutput => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Apply(Vector512<float> z) => Apply<Vector512<float>, VectorOperations512>(z);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Apply(Vector256<float> z) => Apply<Vector256<float>, VectorOperations256>(z);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Apply(Vector128<float> z) => Apply<Vector128<float>, VectorOperations128>(z);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Derivative(Vector512<float> saved) => Derivative<Vector512<float>, VectorOperations512>(saved);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Derivative(Vector256<float> saved) => Derivative<Vector256<float>, VectorOperations256>(saved);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<float> Derivative(Vector128<float> saved) => Derivative<Vector128<float>, VectorOperations128>(saved);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply<TVector, TOp>(TVector z)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        var numerator = Fraction<TVector, TOp>(z, out _, out var denominator);
        return TOp.Multiply(TOp.AtLeast(TOp.Constant(-Far), z), TOp.Divide(numerator, denominator));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector, TOp>(TVector z)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        // T = n / d, phi' = T + z T' with T' = 4 k (1 + w) / d^2, where k = w below 0 and w^2 above.
        var clamped = TOp.AtLeast(TOp.Constant(-Far), TOp.AtMost(TOp.Constant(Far), z));
        var numerator = Fraction<TVector, TOp>(clamped, out var w, out var denominator);
        var reciprocal = TOp.Divide(TOp.Constant(1), denominator);
        var k = TOp.Select(TOp.LessThan(TOp.Constant(0), clamped), TOp.Multiply(w, w), w);
        var slope = TOp.Multiply(TOp.Multiply(TOp.Constant(4), k), TOp.Add(TOp.Constant(1), w));
        slope = TOp.Multiply(slope, TOp.Multiply(reciprocal, reciprocal));
        return TOp.MultiplyAdd(clamped, slope, TOp.Multiply(numerator, reciprocal));
    }

    // tanh(ln(1 + exp(z))) = n / d in w = exp(-|z|), which cannot overflow: below 0, n = w (w + 2) and d = n + 2; above, n = 1 + 2 w and d = n + 2 w^2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Fraction<TVector, TOp>(TVector z, out TVector w, out TVector denominator)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        w = VectorFunctions<TVector, TOp>.ExpOfMinusAbs(z);
        var two = TOp.Constant(2);
        var isPositive = TOp.LessThan(TOp.Constant(0), z);
        var below = TOp.Multiply(w, TOp.Add(w, two));
        var numerator = TOp.Select(isPositive, TOp.MultiplyAdd(two, w, TOp.Constant(1)), below);
        denominator = TOp.Add(numerator, TOp.Select(isPositive, TOp.Multiply(two, TOp.Multiply(w, w)), two));
        return numerator;
    }
}
