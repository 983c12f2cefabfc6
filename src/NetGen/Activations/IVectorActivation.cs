using System.ComponentModel;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>A built-in activation function, written once for vectors of every width.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IVectorActivation
{
    /// <summary>Whether phi' is computed from a = phi(z), so that z need not be kept.</summary>
    static abstract bool DerivativeFromOutput { get; }

    /// <summary>phi(z).</summary>
    /// <typeparam name="T">The vector.</typeparam>
    /// <param name="z">Pre-activations.</param>
    T Apply<T>(T z)
        where T : struct, ILanes<T>;

    /// <summary>phi'(z).</summary>
    /// <typeparam name="T">The vector.</typeparam>
    /// <param name="saved">a where <see cref="DerivativeFromOutput"/> says so, z otherwise.</param>
    T Derivative<T>(T saved)
        where T : struct, ILanes<T>;
}
