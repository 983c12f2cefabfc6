using NetGen.Generators.Machine;

namespace NetGen.Generators.Scheduling;

/// <summary>
/// A product of matrices with every size baked in but the number of samples: result[r, c] = sum over k of left[r, k] * right[k, c]. Two layers of equal
/// shape share one.
/// </summary>
/// <param name="Role">Which product.</param>
/// <param name="Inputs">The layer's inputs.</param>
/// <param name="Units">The layer's units.</param>
/// <param name="InputStride">Floats from one sample's inputs to the next one's.</param>
/// <param name="OutputStride">Floats from one sample's outputs (or their gradients) to the next one's.</param>
/// <param name="HasBias">Whether a bias is added (forward only).</param>
/// <param name="Rectifies">Whether max(z, 0) is taken before the result is stored (forward only).</param>
/// <param name="TileRows">Rows of its register tiles where the user has chosen them; 0 where the schedule does.</param>
/// <param name="TileVectors">Vectors of its register tiles, likewise.</param>
internal sealed record MatrixKernel(
    MatrixRole Role,
    int Inputs,
    int Units,
    int InputStride,
    int OutputStride,
    bool HasBias = false,
    bool Rectifies = false,
    int TileRows = 0,
    int TileVectors = 0)
{
    /// <summary>Whether sums are multiplied by a scale and get a shift, instead of starting from a bias (forward only).</summary>
    public bool HasScale { get; init; }

    /// <summary>
    /// Floats from one row to the next of what is added to the result at the very end, after the activation; 0 where nothing is. Whole vectors are read, so it is at
    /// least <see cref="Columns"/> padded; of an input gradient it is <see cref="ResultStride"/>.
    /// </summary>
    public int AddedStride { get; init; }

    /// <summary>The emitted type. Equal kernels have equal names, different ones different names.</summary>
    public string Name => Role switch
    {
        MatrixRole.Forward => $"Dense{Inputs}To{Units}{Start}{(Rectifies ? "Relu" : "")}{Added}{Suffix}",
        MatrixRole.WeightGradient => $"WeightGradient{Inputs}To{Units}{Suffix}",
        _ => $"InputGradient{Units}To{Inputs}{Added}{Tile}",
    };

    /// <summary>Rows of the result; 0 where they are the samples, known only at run time.</summary>
    public int Rows => Role == MatrixRole.WeightGradient ? Inputs : 0;

    /// <summary>Columns of the result.</summary>
    public int Columns => Role == MatrixRole.InputGradient ? Inputs : Units;

    /// <summary>Products summed for one element; 0 where they are the samples, known only at run time.</summary>
    public int Depth => Role switch { MatrixRole.Forward => Inputs, MatrixRole.InputGradient => Units, _ => 0 };

    /// <summary>Floats from one sample's values in the left factor to the next one's.</summary>
    public int LeftStride => Role == MatrixRole.InputGradient ? OutputStride : InputStride;

    /// <summary>Floats from one row of the result to the next.</summary>
    public int ResultStride => Role switch { MatrixRole.Forward => OutputStride, MatrixRole.InputGradient => VectorWidth.Pad(Inputs), _ => Units };

    /// <summary>Floats from one summand of the right factor to the next.</summary>
    public int RightStride => Role switch { MatrixRole.Forward => Units, MatrixRole.InputGradient => TransposedStride, _ => OutputStride };

    /// <summary>Whether result rows lie without padding in the user's memory, and a tail must be written to the lane.</summary>
    public bool IsExact => Role == MatrixRole.WeightGradient;

    /// <summary>Whether the right factor, where samples are rows, is more than the first-level cache holds.</summary>
    public bool IsFar => (long)Depth * RightStride > CostModel.FirstLevelFloats;

    /// <summary>Whether the right factor is transposed strip by strip, into a copy that each strip's tiles read.</summary>
    public bool TransposesStrips(VectorWidth width) => Role == MatrixRole.InputGradient && CostModel.Packs(width);

    /// <summary>Whether a product of many samples copies the right factor strip by strip.</summary>
    public bool PacksStrips(VectorWidth width) => Role == MatrixRole.Forward && CostModel.Packs(width) && IsFar;

    // Rows that lie a multiple of 1 KiB apart fall into the same few places of the first-level cache.
    private int TransposedStride => VectorWidth.Pad(Inputs) is var stride && stride % 256 == 0 ? stride + VectorWidth.MaximumLanes : stride;

    private string Start => HasScale ? "Scaled" : HasBias ? "" : "NoBias";

    private string Added => AddedStride == 0 ? "" : AddedStride == ResultStride ? "Added" : $"Added{AddedStride}";

    // The network's own input may lie unpadded where the same layer deeper down would be padded: the stride is part of the name then.
    private string Suffix => (InputStride == VectorWidth.Pad(Inputs) ? "" : $"Stride{InputStride}") + Tile;

    private string Tile => TileRows == 0 && TileVectors == 0 ? "" : $"Tile{TileRows}x{TileVectors}";
}
