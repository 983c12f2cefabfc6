using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>z logistic(z), phi' = s + z s (1 - s) with s = logistic(z).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Silu : IVectorActivation
{
    // The logistic function is 0 at -128 in single precision.
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
        // The clamp keeps -infinity times 0 out.
        return TOp.Multiply(TOp.AtLeast(TOp.Constant(-Far), z), VectorFunctions<TVector, TOp>.Logistic(z));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector, TOp>(TVector z)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        // s (1 - s) from exp(-|z|), which keeps it precise where s rounds to 1.
        var clamped = TOp.AtLeast(TOp.Constant(-Far), TOp.AtMost(TOp.Constant(Far), z));
        var one = TOp.Constant(1);
        var decay = VectorFunctions<TVector, TOp>.ExpOfMinusAbs(clamped);
        var larger = TOp.Divide(one, TOp.Add(one, decay));
        var smaller = TOp.Multiply(decay, larger);
        var s = TOp.Select(TOp.LessThan(clamped, TOp.Constant(0)), smaller, larger);
        return TOp.MultiplyAdd(TOp.Multiply(clamped, smaller), larger, s);
    }
}
