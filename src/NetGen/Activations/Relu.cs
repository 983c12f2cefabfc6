using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>max(z, 0), phi' = 1 above 0, else 0; +0 at -0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Relu : IVectorActivation
{
    /// <inheritdoc/>
    public static bool DerivativeFromOutput => true;

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
        where TOp : struct, IVectorOperations<TVector> =>
        TOp.ZeroWhere(TOp.LessThanOrEqual(z, TOp.Constant(0)), z);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector, TOp>(TVector a)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        // Where a is not above 0 it is 0, or NaN: the derivative itself.
        return TOp.Select(TOp.LessThan(TOp.Constant(0), a), TOp.Constant(1), a);
    }
}
