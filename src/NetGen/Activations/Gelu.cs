using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>z Phi(z), Phi the standard normal distribution function (Hendrycks and Gimpel 2016), phi' = Phi(z) + z exp(-z^2 / 2) / sqrt(2 pi).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Gelu : IVectorActivation
{
    // Phi(-15) and exp(-15^2 / 2) are 0 in single precision.
    private const float Far = 15;

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
        // The clamp keeps -infinity times 0 out; below -15, Phi is 0.
        return TOp.Multiply(TOp.AtLeast(TOp.Constant(-Far), z), Distribution<TVector, TOp>(z, out _));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector, TOp>(TVector z)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        var clamped = TOp.AtLeast(TOp.Constant(-Far), TOp.AtMost(TOp.Constant(Far), z));
        var distribution = Distribution<TVector, TOp>(z, out var decay);
        return TOp.MultiplyAdd(TOp.Multiply(clamped, TOp.Constant(0.398942292f)), decay, distribution);
    }

    // Phi(z), with its relative precision kept in the left tail; decay = exp(-z^2 / 2).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Distribution<TVector, TOp>(TVector z, out TVector decay)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        var tail = VectorFunctions<TVector, TOp>.NormalTail(TOp.AtMost(TOp.Constant(Far), TOp.Abs(z)), out decay);
        return TOp.Select(TOp.LessThan(TOp.Constant(0), z), TOp.Subtract(TOp.Constant(1), tail), tail);
    }
}
