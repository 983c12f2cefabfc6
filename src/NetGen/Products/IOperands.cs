namespace NetGen.Products;

/// <summary>
/// What register tiles multiply, and how it lies: result[r, c] = sum over k of left[r, k] * right[k, c]. All numbers are floats, and constants where a tile is
/// compiled.
/// </summary>
internal interface IOperands
{
    /// <summary>Columns of the result.</summary>
    static abstract int Columns { get; }

    /// <summary>Products summed for one element; 0 where they are the samples, known only at run time.</summary>
    static abstract int Depth { get; }

    /// <summary>From a row of the left factor to the next.</summary>
    static abstract int LeftRowStride { get; }

    /// <summary>From a summand of the left factor to the next.</summary>
    static abstract int LeftDepthStride { get; }

    /// <summary>From a summand of the right factor to the next; 0 where that is a copy of the tile's own columns, which follow each other.</summary>
    static abstract int RightStride { get; }

    /// <summary>From a row of the result to the next.</summary>
    static abstract int ResultStride { get; }

    /// <summary>From a row of what is added to the result to the next.</summary>
    static abstract int AddedStride { get; }

    /// <summary>Whether the right factor is more than the first-level cache holds.</summary>
    static virtual bool IsFar => false;
}
