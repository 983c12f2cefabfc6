using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>The hyperbolic tangent; derivative 1 - a^2.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Tanh : IVectorActivation
{
    /// <inheritdoc/>
    public static bool DerivativeFromOutput => true;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Apply<T>(T z)
        where T : struct, ILanes<T>
    {
        return ElementaryFunctions.Tanh(z);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T saved)
        where T : struct, ILanes<T>
    {
        return T.Subtract(T.Create(1), T.Multiply(saved, saved));
    }
}
