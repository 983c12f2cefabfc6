using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Kernels;

/// <summary>A schedule as a type of the library, which has the tiles' sizes as its arguments.</summary>
internal static class TileTypes
{
    /// <summary>The type.</summary>
    public static string Of(MatrixKernel kernel, MatrixSchedule schedule)
    {
        var (first, last) = (schedule.Bands[0], schedule.Bands[schedule.Bands.Count - 1]);
        var (wide, narrow) = (first.Blocks[0].Vectors, first.Blocks[first.Blocks.Count - 1].Vectors);
        if (kernel.Role == MatrixRole.WeightGradient)
        {
            var lanes = schedule.Width.Lanes;
            return Type("InputTiles", first.Height, last.Height, wide, narrow, ((kernel.Columns - 1) % lanes) + 1);
        }

        if (kernel.TransposesStrips(schedule.Width))
        {
            return Type("TransposedTiles", first.Height, wide, narrow);
        }

        var pair = schedule.Bands.FirstOrDefault(static band => band.Height == MatrixScheduler.TallestLowTile);
        return Type(
            "SampleTiles",
            first.Height,
            first.Height > MatrixScheduler.TallestLowTile ? wide : 1,
            first.Height > MatrixScheduler.TallestLowTile ? narrow : 1,
            pair is null ? 1 : pair.Blocks[0].Vectors,
            last.Blocks[0].Vectors);
    }

    private static string Type(string name, params int[] sizes) => $"{name}<{string.Join(", ", sizes.Select(static size => "N" + Literal.Of(size)))}>";
}
