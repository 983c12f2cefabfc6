using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>GELU's approximation z (1 + tanh(u)) / 2 with u = sqrt(2 / pi) (z + 0.044715 z^3), which is z logistic(2 u).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GeluTanh : IVectorActivation
{
    // 2 u = Linear z + Cubic z^3.
    private const float Linear = 1.59576917f;
    private const float Cubic = 0.0713548139f;

    // The logistic function of 2 u is 0 at -16 in single precision.
    private const float Far = 16;

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
        // The clamp keeps -infinity times 0 out.
        return TOp.Multiply(TOp.AtLeast(TOp.Constant(-Far), z), VectorFunctions<TVector, TOp>.Logistic(TwiceArgument<TVector, TOp>(z)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector, TOp>(TVector z)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        // phi' = s + z s (1 - s) (2 u)' with s = logistic(2 u); s (1 - s) from exp(-|2 u|), which keeps it precise where s rounds to 1.
        var clamped = TOp.AtLeast(TOp.Constant(-Far), TOp.AtMost(TOp.Constant(Far), z));
        var argument = TwiceArgument<TVector, TOp>(clamped);
        var one = TOp.Constant(1);
        var decay = VectorFunctions<TVector, TOp>.ExpOfMinusAbs(argument);
        var larger = TOp.Divide(one, TOp.Add(one, decay));
        var smaller = TOp.Multiply(decay, larger);
        var s = TOp.Select(TOp.LessThan(argument, TOp.Constant(0)), smaller, larger);
        var slope = TOp.MultiplyAdd(TOp.Multiply(clamped, clamped), TOp.Constant(3 * Cubic), TOp.Constant(Linear));
        return TOp.MultiplyAdd(TOp.Multiply(clamped, slope), TOp.Multiply(smaller, larger), s);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector TwiceArgument<TVector, TOp>(TVector z)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector> =>
        TOp.Multiply(z, TOp.MultiplyAdd(TOp.Multiply(z, z), TOp.Constant(Cubic), TOp.Constant(Linear)));
}
