using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>lambda z above 0, lambda alpha (exp(z) - 1) below (Klambauer et al. 2017); phi' at 0 is lambda alpha.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Selu : IVectorActivation
{
    private const float Lambda = (float)1.0507009873554804934193349852946;
    private const float LambdaAlpha = (float)(1.0507009873554804934193349852946 * 1.6732632423543772848170429916717);

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
        var below = TOp.Multiply(TOp.Constant(LambdaAlpha), VectorFunctions<TVector, TOp>.Expm1(z));
        return TOp.Select(TOp.LessThan(TOp.Constant(0), z), TOp.Multiply(TOp.Constant(Lambda), z), below);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Derivative<TVector, TOp>(TVector z)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        var below = TOp.Multiply(TOp.Constant(LambdaAlpha), VectorFunctions<TVector, TOp>.ExpOfAtMost88(TOp.AtMost(TOp.Constant(0), z)));
        return TOp.Select(TOp.LessThan(TOp.Constant(0), z), TOp.Constant(Lambda), below);
    }
}
