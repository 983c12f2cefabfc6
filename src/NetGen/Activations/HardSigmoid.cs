using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>min(max(z / 6 + 1/2, 0), 1), phi' = 1/6 where phi is strictly between 0 and 1, else 0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HardSigmoid : IVectorActivation
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
        TOp.Multiply(TOp.Constant(1f / 6), TOp.AtMost(TOp.Constant(6), TOp.AtLeast(TOp.Constant(0), TOp.Add(z, TOp.Constant(3)))));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector, TOp>(TVector a)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        // a (1 - a) is 0 on the flat parts, positive between them, and NaN at NaN.
        var inside = TOp.MultiplyAdd(TOp.Subtract(TOp.Constant(0), a), a, a);
        return TOp.Select(TOp.LessThan(TOp.Constant(0), inside), TOp.Constant(1f / 6), inside);
    }
}
