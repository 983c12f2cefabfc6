using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>max(z, 0); derivative 0 at 0. NaN stays NaN.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Relu : IVectorActivation
{
    /// <inheritdoc/>
    public static bool DerivativeFromOutput => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Apply<T>(T z)
        where T : struct, ILanes<T>
    {
        return T.SelectGreater(T.Create(0), z, T.Create(0), z);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T saved)
        where T : struct, ILanes<T>
    {
        return T.SelectGreater(saved, T.Create(0), T.Create(1), T.Multiply(saved, T.Create(0)));
    }
}
