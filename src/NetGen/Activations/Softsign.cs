using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>z / (1 + |z|); derivative 1 / (1 + |z|)^2.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Softsign : IVectorActivation
{
    /// <inheritdoc/>
    public static bool DerivativeFromOutput => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Apply<T>(T z)
        where T : struct, ILanes<T>
    {
        return T.SelectEqual(T.Abs(z), T.Create(float.PositiveInfinity), T.CopySign(T.Create(1), z), T.Divide(z, T.Add(T.Create(1), T.Abs(z))));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T saved)
        where T : struct, ILanes<T>
    {
        var reciprocal = T.Divide(T.Create(1), T.Add(T.Create(1), T.Abs(saved)));
        return T.Multiply(reciprocal, reciprocal);
    }
}
