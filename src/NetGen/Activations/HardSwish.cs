using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>z times the hard sigmoid of z.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HardSwish : IVectorActivation
{
    /// <inheritdoc/>
    public static bool DerivativeFromOutput => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Apply<T>(T z)
        where T : struct, ILanes<T>
    {
        var inside = T.Multiply(z, T.MultiplyAdd(z, T.Create(1f / 6), T.Create(0.5f)));
        inside = T.SelectGreater(T.Create(-3), z, T.Create(0), inside);
        return T.SelectGreater(z, T.Create(3), z, inside);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T saved)
        where T : struct, ILanes<T>
    {
        var inside = T.MultiplyAdd(saved, T.Create(1f / 3), T.Create(0.5f));
        inside = T.SelectGreater(T.Create(-3), saved, T.Create(0), inside);
        return T.SelectGreater(saved, T.Create(3), T.Create(1), inside);
    }
}
