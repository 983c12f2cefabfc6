using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Kernels;

/// <summary>What a register tile multiplies, and where everything lies: strides in floats.</summary>
/// <param name="Left">The factor of which each row of the tile takes one value a summand.</param>
/// <param name="Right">The factor of which each summand takes a row of vectors.</param>
/// <param name="Result">Where the tile's elements go.</param>
/// <param name="LeftRowStride">From a row of the left factor to the next.</param>
/// <param name="LeftDepthStride">From a summand of the left factor to the next.</param>
/// <param name="RightStride">From a summand of the right factor to the next.</param>
/// <param name="ResultStride">From a row of the result to the next.</param>
/// <param name="Depth">Summands; 0 where they are the samples, known only at run time: such a tile may add to what was there.</param>
/// <param name="HasBias">Whether sums start from a bias.</param>
/// <param name="Rectifies">Whether max(z, 0) is taken before the result is stored.</param>
/// <param name="IsPacked">Whether the factors are copies in the order in which they are read, or few enough to be near; nothing is asked for ahead then.</param>
/// <param name="Stride">The parameter that takes the place of <paramref name="RightStride"/> where it is known only at run time; empty for none.</param>
internal sealed record TileOperands(
    string Left,
    string Right,
    string Result,
    int LeftRowStride,
    int LeftDepthStride,
    int RightStride,
    int ResultStride,
    int Depth,
    bool HasBias = false,
    bool Rectifies = false,
    bool IsPacked = false,
    string Stride = "")
{
    /// <summary>The operands of a tile of a product of matrices.</summary>
    public static TileOperands Of(MatrixKernel kernel, MatrixSchedule schedule, int height, ColumnBlock block)
    {
        var (left, right, result) = kernel.Role switch
        {
            MatrixRole.Forward => ("x", "W", "a"),
            MatrixRole.WeightGradient => ("x", "dz", "dW"),
            _ => ("dz", "Wt", "dx"),
        };
        var operands = new TileOperands(
            left, right, result, kernel.LeftRowStride, kernel.LeftDepthStride, kernel.RightStride, kernel.ResultStride, kernel.Depth, kernel.HasBias, kernel.Rectifies);
        var strip = block.Vectors * schedule.Width.Lanes;
        return CostModel.Packs(schedule.Width)
            ? kernel.Role switch
            {
                MatrixRole.Forward => operands with { IsPacked = true, Stride = height > MatrixScheduler.TallestLowTile && kernel.PacksStrips(schedule.Width) ? "stride" : "" },
                MatrixRole.WeightGradient => operands with { IsPacked = true, LeftDepthStride = schedule.Bands[0].Height, RightStride = strip },
                _ => operands with { IsPacked = true, RightStride = strip },
            }
            : operands;
    }

    /// <summary>Whether the tile may add to what was there.</summary>
    public bool Accumulates => Depth == 0;

    /// <summary>
    /// Whether a tile of so many rows asks for the right factor before it is needed: where that comes from beyond the first-level cache, and a tile takes a strip
    /// of its columns. Low tiles read whole rows, which the processor foresees.
    /// </summary>
    public bool FetchesAhead(int height) => !IsPacked && height > MatrixScheduler.TallestLowTile && (long)Depth * RightStride > CostModel.FirstLevelFloats;

    /// <summary>The parameters of the tile's method.</summary>
    public string Parameters =>
        $"ref float {Left}, ref float {Right}, {(Stride.Length > 0 ? $"nuint {Stride}, " : "")}{(HasBias ? "ref float b, " : "")}ref float {Result}{(Accumulates ? ", nuint samples, bool accumulate" : "")}";
}
