using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>z min(max(z / 6 + 1/2, 0), 1) (Howard et al. 2019); phi' = z / 3 + 1/2 from -3 to 3, both included, 0 below and 1 above.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HardSwish : IVectorActivation
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
        // The clamp keeps -infinity times 0 out; at -3 the factor is 0 already.
        var factor = TOp.Multiply(TOp.Constant(1f / 6), TOp.AtMost(TOp.Constant(6), TOp.AtLeast(TOp.Constant(0), TOp.Add(z, TOp.Constant(3)))));
        return TOp.Multiply(TOp.AtLeast(TOp.Constant(-4), z), factor);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector, TOp>(TVector z)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        var inner = TOp.MultiplyAdd(z, TOp.Constant(1f / 3), TOp.Constant(0.5f));
        inner = TOp.ZeroWhere(TOp.LessThan(z, TOp.Constant(-3)), inner);
        return TOp.Select(TOp.LessThan(TOp.Constant(3), z), TOp.Constant(1), inner);
    }
}
