using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>z / (1 + exp(-z)).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Silu : IVectorActivation
{
    /// <inheritdoc/>
    public static bool DerivativeFromOutput => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Apply<T>(T z)
        where T : struct, ILanes<T>
    {
        // Below -110 the product is 0 to the last bit; minus infinity times 0 would be no number.
        var bounded = T.SelectGreater(T.Create(-110), z, T.Create(-110), z);
        return T.SelectGreater(T.Create(-110), z, T.Create(0), T.Multiply(bounded, ElementaryFunctions.Logistic(bounded)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T saved)
        where T : struct, ILanes<T>
    {
        var bounded = T.SelectGreater(T.Abs(saved), T.Create(110), T.CopySign(T.Create(110), saved), saved);
        var logistic = ElementaryFunctions.Logistic(bounded);
        return T.MultiplyAdd(T.Multiply(logistic, bounded), T.Subtract(T.Create(1), logistic), logistic);
    }
}
