using System.ComponentModel;

namespace NetGen.Products;

/// <summary>
/// A product of matrices with every size but the number of samples: result[r, c] = sum over k of left[r, k] right[k, c]. A type instead of arguments, since code over
/// a struct is compiled for that struct alone, and what its members give is a constant there: strides, depths and trip counts are numbers in the machine code.
/// All strides are floats.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IProductShape
{
    /// <summary>Rows of the result: the inputs of a weight gradient; 0 where they are the samples.</summary>
    static virtual int Rows => 0;

    /// <summary>Columns of the result, at least 1.</summary>
    static abstract int Columns { get; }

    /// <summary>Products summed for one element, at least 1; 0 where they are the samples.</summary>
    static virtual int Depth => 0;

    /// <summary>From one sample's values in the left factor to the next one's.</summary>
    static abstract int LeftStride { get; }

    /// <summary>
    /// From one summand's values in the right factor to the next one's: of an input gradient in the transposed copy of the weights, of which there is one in vectors
    /// of 512 bits.
    /// </summary>
    static abstract int RightStride { get; }

    /// <summary>From one row of the result to the next. Where rows are samples, at least the columns rounded up to 16: whole vectors are stored.</summary>
    static abstract int ResultStride { get; }

    /// <summary>From one row to the next of what is added to the result; at least the columns rounded up to 16: whole vectors are read.</summary>
    static virtual int AddedStride => 0;

    /// <summary>
    /// Whether the right factor of tiles of many samples is more than the first-level cache holds: it is copied strip by strip then, or asked for ahead.
    /// </summary>
    static virtual bool IsFar => false;
}
