using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>z (1 + tanh(sqrt(2 / pi) (z + 0.044715 z^3))) / 2.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GeluTanh : IVectorActivation
{
    private const float Root2OverPi = 0.79788456080286536f;
    private const float Cubic = 0.044715f;

    /// <inheritdoc/>
    public static bool DerivativeFromOutput => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Apply<T>(T z)
        where T : struct, ILanes<T>
    {
        var bounded = T.SelectGreater(T.Create(-14), z, T.Create(-14), z);
        bounded = T.SelectGreater(bounded, T.Create(1e6f), T.Create(1e6f), bounded);
        var half = T.Multiply(T.Create(0.5f), z);
        var result = T.MultiplyAdd(half, ElementaryFunctions.Tanh(Inner(bounded)), half);
        return T.SelectGreater(T.Create(-14), z, T.Create(0), result);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T saved)
        where T : struct, ILanes<T>
    {
        var bounded = T.SelectGreater(T.Abs(saved), T.Create(14), T.CopySign(T.Create(14), saved), saved);
        var tanh = ElementaryFunctions.Tanh(Inner(bounded));
        var half = T.Create(0.5f);
        var slope = T.MultiplyAdd(T.Multiply(bounded, bounded), T.Create(3 * Cubic * Root2OverPi), T.Create(Root2OverPi));
        var change = T.Multiply(T.Multiply(half, bounded), T.Multiply(T.Subtract(T.Create(1), T.Multiply(tanh, tanh)), slope));
        return T.Add(T.MultiplyAdd(half, tanh, half), change);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Inner<T>(T z)
        where T : struct, ILanes<T> =>
        T.Multiply(T.Create(Root2OverPi), T.MultiplyAdd(T.Multiply(T.Multiply(z, z), z), T.Create(Cubic), z));
}
