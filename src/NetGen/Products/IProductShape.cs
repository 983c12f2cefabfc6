using System.ComponentModel;

namespace NetGen.Products;

/// <summary>
/// The sizes of one product of a dense layer, with which its code is compiled: y = x W. A type instead of arguments, since code over a struct is compiled
/// for that struct alone, and what its members give is a constant there: strides, depths and trip counts are numbers in the machine code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IProductShape
{
    /// <summary>The layer's inputs, at least 1: rows of W.</summary>
    static abstract int Inputs { get; }

    /// <summary>The layer's units, at least 1: columns of W, which lies without gaps.</summary>
    static abstract int Units { get; }

    /// <summary>
    /// Floats from one sample's inputs to the next one's; the gradient of the inputs is always written by rows of <see cref="Inputs"/> rounded up to 16.
    /// </summary>
    static abstract int InputStride { get; }

    /// <summary>Floats from one sample's outputs (or their gradients) to the next one's: at least <see cref="Units"/> rounded up to 16.</summary>
    static abstract int OutputStride { get; }

    /// <summary>
    /// Floats from one row to the next of what is added to the outputs, where something is: at least <see cref="Units"/> rounded up to 16. Whole vectors are read.
    /// </summary>
    static virtual int AddedStride => 0;

    /// <summary>
    /// Whether the matrix that tiles of many samples multiply by is more than the first-level cache holds: it is copied strip by strip then, or asked for ahead.
    /// </summary>
    static virtual bool IsFar => false;
}
