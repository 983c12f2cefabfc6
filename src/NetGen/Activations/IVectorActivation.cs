using System.ComponentModel;
using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Activations;

/// <summary>
/// An activation function phi on vectors of pre-activations z, and its derivative. All widths agree bit for bit. NaN gives NaN, in phi and in phi';
/// infinities give the limits, also where the plain formula would multiply infinity by zero. Kinks have PyTorch's derivatives.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IVectorActivation
{
    /// <summary>Whether <see cref="Derivative(Vector512{float})"/> takes phi(z), so that z need not be kept; else it takes z.</summary>
    static abstract bool DerivativeFromOutput { get; }

    /// <summary>phi(z).</summary>
    /// <param name="z">Pre-activations.</param>
    Vector512<float> Apply(Vector512<float> z);

    /// <summary>phi(z).</summary>
    /// <param name="z">Pre-activations.</param>
    Vector256<float> Apply(Vector256<float> z);

    /// <summary>phi(z).</summary>
    /// <param name="z">Pre-activations.</param>
    Vector128<float> Apply(Vector128<float> z);

    /// <summary>phi'(z).</summary>
    /// <param name="saved">phi(z) where <see cref="DerivativeFromOutput"/>, else z.</param>
    Vector512<float> Derivative(Vector512<float> saved);

    /// <summary>phi'(z).</summary>
    /// <param name="saved">phi(z) where <see cref="DerivativeFromOutput"/>, else z.</param>
    Vector256<float> Derivative(Vector256<float> saved);

    /// <summary>phi'(z).</summary>
    /// <param name="saved">phi(z) where <see cref="DerivativeFromOutput"/>, else z.</param>
    Vector128<float> Derivative(Vector128<float> saved);

    /// <summary>phi(z), in a vector of any width.</summary>
    /// <typeparam name="TVector">The vector.</typeparam>
    /// <typeparam name="TOp">Its operations.</typeparam>
    /// <param name="z">Pre-activations.</param>
    TVector Apply<TVector, TOp>(TVector z)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>;

    /// <summary>phi'(z), in a vector of any width.</summary>
    /// <typeparam name="TVector">The vector.</typeparam>
    /// <typeparam name="TOp">Its operations.</typeparam>
    /// <param name="saved">phi(z) where <see cref="DerivativeFromOutput"/>, else z.</param>
    TVector Derivative<TVector, TOp>(TVector saved)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>;
}
