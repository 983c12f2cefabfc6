using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>ln(1 + exp(z)), phi' = logistic(z).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Softplus : IVectorActivation
{
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
        // max(z, 0) + ln(1 + exp(-|z|)): nothing overflows.
        return TOp.Add(TOp.AtLeast(TOp.Constant(0), z), VectorFunctions<TVector, TOp>.Log1pOfFraction(VectorFunctions<TVector, TOp>.ExpOfMinusAbs(z)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector, TOp>(TVector z)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector> =>
        VectorFunctions<TVector, TOp>.Logistic(z);
}
