using System.Collections.Immutable;
using NetGen.Generators.Lowering;

namespace NetGen.Generators.Scheduling;

/// <summary>Cuts a matrix kernel into register tiles.</summary>
internal static class MatrixScheduler
{
    /// <summary>
    /// The columns in as few widths of tiles as possible, none of a single vector where it can be helped: a tile of one vector loads a value for each
    /// multiplication it does.
    /// </summary>
    public static MatrixSchedule Schedule(MatrixKernel kernel, VectorWidth width)
    {
        var vectors = (kernel.Columns + width.Lanes - 1) / width.Lanes;
        var widest = width.Registers >= 32 ? 3 : 2;
        var full = vectors / widest;
        var rest = vectors % widest;
        var blocks = ImmutableArray.CreateBuilder<ColumnBlock>();
        var column = 0;
        void Add(int repeat, int vectorsEach)
        {
            if (repeat > 0)
            {
                blocks.Add(new ColumnBlock(column, repeat, vectorsEach, 0));
                column += repeat * vectorsEach * width.Lanes;
            }
        }

        if (widest == 3 && rest == 1 && full > 0)
        {
            Add(full - 1, 3);
            Add(2, 2);
        }
        else
        {
            Add(full, widest);
            Add(rest > 0 ? 1 : 0, rest);
        }

        var tail = kernel.Columns % width.Lanes;
        if (tail > 0 && kernel.IsExact)
        {
            SplitLastTile(blocks, width, tail);
        }

        return new MatrixSchedule(width, blocks.ToImmutable());
    }

    /// <summary>The heights of tiles, tallest first, with which rows are covered: as tall as registers allow, one for small batches, one for what is left.</summary>
    public static ImmutableArray<int> Heights(VectorWidth width, int vectors) => (width.Bits, vectors) switch
    {
        (512, _) => [8, 4, 1],
        (256, 1) => [8, 2, 1],
        (256, _) => [6, 2, 1],
        (_, 1) => [8, 1],
        _ => [6, 1],
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
