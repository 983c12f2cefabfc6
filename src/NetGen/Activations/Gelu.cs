using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>z (1 + erf(z / sqrt 2)) / 2.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Gelu : IVectorActivation
{
    private const float InverseRoot2 = 0.70710678118654752f;
    private const float InverseRoot2Pi = 0.39894228040143268f;

    /// <inheritdoc/>
    public static bool DerivativeFromOutput => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Apply<T>(T z)
        where T : struct, ILanes<T>
    {
        // Below -14 the product is 0 to the last bit; minus infinity times 0 would be no number.
        var bounded = T.SelectGreater(T.Create(-14), z, T.Create(-14), z);
        var half = T.Multiply(bounded, T.Create(0.5f));
        return T.SelectGreater(T.Create(-14), z, T.Create(0), T.MultiplyAdd(half, ElementaryFunctions.Erf(T.Multiply(bounded, T.Create(InverseRoot2))), half));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T saved)
        where T : struct, ILanes<T>
    {
        var bounded = T.SelectGreater(T.Abs(saved), T.Create(14), T.CopySign(T.Create(14), saved), saved);
        var density = T.Multiply(T.Create(InverseRoot2Pi), T.Exp(T.Multiply(T.Create(-0.5f), T.Multiply(bounded, bounded))));
        var probability = T.MultiplyAdd(T.Create(0.5f), ElementaryFunctions.Erf(T.Multiply(bounded, T.Create(InverseRoot2))), T.Create(0.5f));
        return T.MultiplyAdd(bounded, density, probability);
    }
}
