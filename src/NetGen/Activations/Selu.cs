using System.ComponentModel;
using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>Scale z above 0, Scale Alpha (exp(z) - 1) below (Klambauer et al. 2017).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Selu : IVectorActivation
{
    private const float Scale = 1.0507009873554804934193349852946f;
    private const float Alpha = 1.6732632423543772848170429916717f;

    /// <inheritdoc/>
    public static bool DerivativeFromOutput => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Apply<T>(T z)
        where T : struct, ILanes<T>
    {
        return T.SelectGreater(z, T.Create(0), T.Multiply(T.Create(Scale), z), T.Multiply(T.Create(Scale * Alpha), ElementaryFunctions.ExpMinus1(z)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T saved)
        where T : struct, ILanes<T>
    {
        return T.SelectGreater(saved, T.Create(0), T.Create(Scale), T.Multiply(T.Create(Scale * Alpha), T.Exp(saved)));
    }
}
