using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>z above 0, alpha (exp(z) - 1) below.</summary>
/// <param name="alpha">The slope, or the limit, below 0.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Elu(float alpha) : IVectorActivation
{
    /// <inheritdoc/>
    public static bool DerivativeFromOutput => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Apply<T>(T z)
        where T : struct, ILanes<T>
    {
        return T.SelectGreater(z, T.Create(0), z, T.Multiply(T.Create(alpha), ElementaryFunctions.ExpMinus1(z)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T saved)
        where T : struct, ILanes<T>
    {
        return T.SelectGreater(saved, T.Create(0), T.Create(1), T.Multiply(T.Create(alpha), T.Exp(saved)));
    }
}
