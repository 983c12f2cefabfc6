using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>min(max(z / 6 + 1 / 2, 0), 1); derivative 1 / 6 strictly between the ends.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct HardSigmoid : IVectorActivation
{
    /// <inheritdoc/>
    public static bool DerivativeFromOutput => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Apply<T>(T z)
        where T : struct, ILanes<T>
    {
        var line = T.MultiplyAdd(z, T.Create(1f / 6), T.Create(0.5f));
        line = T.SelectGreater(T.Create(-3), z, T.Create(0), line);
        return T.SelectGreater(z, T.Create(3), T.Create(1), line);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T saved)
        where T : struct, ILanes<T>
    {
        var inside = T.SelectGreater(saved, T.Create(0), T.Create(1f / 6), T.Multiply(saved, T.Create(0)));
        return T.SelectGreater(T.Create(1), saved, inside, T.Multiply(saved, T.Create(0)));
    }
}
