using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>z / (1 + |z|), phi' = 1 / (1 + |z|)^2.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Softsign : IVectorActivation
{
    private const float Far = 1.26765060e30f;

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
        // Infinity over infinity is kept out: from 2^100 on the quotient is 1 to the last bit.
        var magnitude = TOp.AtMost(TOp.Constant(Far), TOp.Abs(z));
        return TOp.CopySign(TOp.Divide(magnitude, TOp.Add(TOp.Constant(1), magnitude)), z);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector, TOp>(TVector z)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        var reciprocal = TOp.Divide(TOp.Constant(1), TOp.Add(TOp.Constant(1), TOp.Abs(z)));
        return TOp.Multiply(reciprocal, reciprocal);
    }
}
