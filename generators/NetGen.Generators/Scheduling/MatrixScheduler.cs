using NetGen.Generators.Machine;
using System.Collections.Immutable;
using NetGen.Generators.Lowering;

namespace NetGen.Generators.Scheduling;

/// <summary>Cuts a matrix kernel into register tiles, as the cost model finds cheapest.</summary>
internal static class MatrixScheduler
{
    /// <summary>Rows of the tallest tile that is tried, and that a user may ask for.</summary>
    public const int TallestTile = 12;

    /// <summary>Vectors of the widest.</summary>
    public const int WidestTile = 6;

    /// <summary>Rows of a tile that is low: made wide, to read the right factor in whole rows.</summary>
    public const int TallestLowTile = 2;

    private const int WidestLowTile = 20;

    // How much costlier a tiling may be for fewer kinds of tiles.
    private const double Tolerance = 1.02;

    // Of what is copied, floats.
    private static readonly int WidestStrip = WidestTile * VectorWidth.Middle.Lanes;

    /// <summary>The cheapest of all tiles that fit the registers, and what covers the rows that it leaves over.</summary>
    public static MatrixSchedule Schedule(MatrixKernel kernel, VectorWidth width)
    {
        var vectors = (kernel.Columns + width.Lanes - 1) / width.Lanes;
        var tilings = Candidates(kernel, width, Math.Min(WidestTile, vectors))
            .Select(tile => kernel.Rows > 0 ? KnownRows(kernel, width, tile.Height, tile.Widest) : Samples(kernel, width, tile.Height, tile.Widest))
            .Select(bands => (Bands: bands, Cost: Cost(kernel, width, bands), Kinds: Kinds(bands)))
            .ToList();

        // Of tilings that cost the same within the model's own error, the one found first, the tallest. Which rows are summed in low tiles hangs on its height, and
        // with that the order of their sums.
        var best = tilings[0];
        foreach (var tiling in tilings)
        {
            best = tiling.Cost < best.Cost * .995 ? tiling : best;
        }

        // For a little more, fewer kinds of tiles, since each is compiled by itself; not lower ones, which read the right factor more often.
        best = tilings
            .Where(tiling => tiling.Cost <= best.Cost * Tolerance
                && (kernel.Rows > 0 ? tiling.Bands[0].Height >= best.Bands[0].Height : tiling.Bands[0].Height == best.Bands[0].Height))
            .OrderBy(static tiling => tiling.Kinds)
            .ThenBy(tiling => tiling != best)
            .First();
        return new MatrixSchedule(width, best.Bands, CostModel.Least(width, (double)kernel.Inputs * kernel.Units) / best.Cost);
    }

    /// <summary>Floats that a kernel needs beside its factors and result, in any width, for so many samples.</summary>
    public static long Scratch(MatrixKernel kernel, int samples) => kernel.Role switch
    {
        MatrixRole.WeightGradient => ((long)(kernel.Inputs + TallestTile + WidestStrip) * samples) + VectorWidth.MaximumLanes,
        MatrixRole.InputGradient => Math.Max((long)kernel.Depth * kernel.RightStride, Strip(kernel)),
        _ => Strip(kernel),
    };

    private static long Strip(MatrixKernel kernel) => (long)kernel.Depth * WidestStrip;

    // All tiles that fit, the tallest first; of those that the user has asked for, the one that fits best.
    private static IEnumerable<(int Height, int Widest)> Candidates(MatrixKernel kernel, VectorWidth width, int most)
    {
        var (rows, vectors) = (kernel.TileRows, Math.Min(kernel.TileVectors, most));
        for (var height = rows > 0 ? rows : TallestTile; height >= 1; height--)
        {
            var found = false;
            for (var widest = vectors > 0 ? vectors : most; widest >= 1; widest--)
            {
                if (CostModel.Fits(width, height, widest))
                {
                    found = true;
                    yield return (height, widest);
                    if (vectors > 0)
                    {
                        break;
                    }
                }
            }

            if (found && rows > 0)
            {
                yield break;
            }
        }
    }

    // Rows known beforehand: one lower tile for what is left over.
    private static ImmutableArray<RowBand> KnownRows(MatrixKernel kernel, VectorWidth width, int height, int widest)
    {
        height = Math.Min(height, kernel.Rows);
        var blocks = Blocks(kernel, width, widest);
        var rest = kernel.Rows % height;
        return rest == 0 ? [new RowBand(height, blocks)] : [new RowBand(height, blocks), new RowBand(rest, blocks)];
    }

    // Rows are samples: pairs and then a single one for what is left over. Low tiles are wide instead, so that enough sums are in flight and the right factor,
    // which small batches read from far away, is read row by row.
    private static ImmutableArray<RowBand> Samples(MatrixKernel kernel, VectorWidth width, int height, int widest)
    {
        var bands = ImmutableArray.CreateBuilder<RowBand>();
        if (height > TallestLowTile || (height > 1 && kernel.TransposesStrips(width)))
        {
            bands.Add(new RowBand(height, Blocks(kernel, width, widest)));
        }

        if (kernel.TransposesStrips(width))
        {
            bands.Add(new RowBand(1, Blocks(kernel, width, widest).Select(block => block with { Chains = Math.Min(2, Chains(kernel, width, 1, block.Vectors)) }).ToImmutableArray()));
            return bands.ToImmutable();
        }

        for (var low = Math.Min(height, TallestLowTile); low >= 1; low--)
        {
            bands.Add(new RowBand(low, LowBlocks(kernel, width, low)));
        }

        return bands.ToImmutable();
    }

    // As few widths of tiles as possible, which differ by one vector at most.
    private static ImmutableArray<ColumnBlock> Blocks(MatrixKernel kernel, VectorWidth width, int widest)
    {
        var vectors = (kernel.Columns + width.Lanes - 1) / width.Lanes;
        var tiles = (vectors + widest - 1) / widest;
        var (narrow, wider) = (vectors / tiles, vectors % tiles);
        var blocks = ImmutableArray.CreateBuilder<ColumnBlock>();
        if (wider > 0)
        {
            blocks.Add(new ColumnBlock(0, wider, narrow + 1));
        }

        blocks.Add(new ColumnBlock(wider * (narrow + 1) * width.Lanes, tiles - wider, narrow));
        var tail = kernel.Columns % width.Lanes;
        if (tail > 0 && kernel.IsExact)
        {
            SplitLastTile(blocks, width, tail);
        }

        return blocks.ToImmutable();
    }

    // One width of tile alone: the last one overlaps the one before it.
    private static ImmutableArray<ColumnBlock> LowBlocks(MatrixKernel kernel, VectorWidth width, int height)
    {
        var vectors = (kernel.Columns + width.Lanes - 1) / width.Lanes;
        var widest = 1;
        while (widest < WidestLowTile && CostModel.Fits(width, height, widest + 1))
        {
            widest++;
        }

        var tiles = (vectors + widest - 1) / widest;
        var each = (vectors + tiles - 1) / tiles;
        var block = new ColumnBlock(0, tiles, each, Chains(kernel, width, height, each));
        return each * tiles == vectors
            ? [block]
            : [block with { Repeat = tiles - 1 }, block with { FirstColumn = (vectors - each) * width.Lanes, Repeat = 1 }];
    }

    // Enough sums in flight, as far as the registers go.
    private static int Chains(MatrixKernel kernel, VectorWidth width, int height, int vectors)
    {
        var chains = 1;
        while (height * vectors * chains < CostModel.SumsInFlight && chains < 4 && 2 * chains <= kernel.Depth && CostModel.Fits(width, height, vectors, 2 * chains))
        {
            chains *= 2;
        }

        return chains;
    }

    private static int Kinds(ImmutableArray<RowBand> bands) => bands
        .SelectMany(static band => band.Blocks.Select(block => (band.Height, block.Vectors, block.TailLanes)))
        .Distinct()
        .Count();

    // Cycles a sample, the mean over the batches of the model.
    private static double Cost(MatrixKernel kernel, VectorWidth width, ImmutableArray<RowBand> bands) => CostModel.Batches.Average(samples =>
    {
        var rows = kernel.Rows > 0 ? kernel.Rows : samples;
        var depth = kernel.Depth > 0 ? kernel.Depth : samples;
        var cost = CostModel.Copy(width, Packed(kernel, width, samples));
        foreach (var band in bands)
        {
            var comesFromAfar = band.Height <= TallestLowTile && !kernel.TransposesStrips(width) && kernel.IsFar;
            cost += rows / band.Height * band.Blocks.Sum(block => block.Repeat * CostModel.Tile(
                width, band.Height, block.Vectors, block.Chains, depth, comesFromAfar ? block.Vectors * width.Bits / 8 : 0));
            rows %= band.Height;
        }

        return cost / samples;
    });

    private static long Packed(MatrixKernel kernel, VectorWidth width, int samples) => !CostModel.Packs(width) ? 0 : kernel.Role switch
    {
        MatrixRole.WeightGradient => (long)(kernel.Inputs + kernel.Units) * samples,
        MatrixRole.InputGradient => (long)kernel.Inputs * kernel.Units,
        _ => kernel.PacksStrips(width) ? (long)kernel.Inputs * kernel.Units : 0,
    };

    // Only the very last vector of a row is cut short, so it gets a run of its own.
    private static void SplitLastTile(ImmutableArray<ColumnBlock>.Builder blocks, VectorWidth width, int tail)
    {
        var last = blocks[blocks.Count - 1];
        blocks.RemoveAt(blocks.Count - 1);
        if (last.Repeat > 1)
        {
            blocks.Add(last with { Repeat = last.Repeat - 1 });
        }

        blocks.Add(last with { FirstColumn = last.FirstColumn + ((last.Repeat - 1) * last.Vectors * width.Lanes), Repeat = 1, TailLanes = tail });
    }
}
