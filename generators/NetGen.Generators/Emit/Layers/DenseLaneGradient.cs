using NetGen.Generators.Emit.Kernels;
using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Layers;

/// <summary>
/// The weight gradient where a lane is a sample: register tiles of inputs x units, each element a vector of sums, one a lane, that stays in a register over
/// all groups of samples. The lanes are added up once, after the last block.
/// </summary>
internal static class DenseLaneGradient
{
    /// <summary>The method and its tiles.</summary>
    public static void Emit(CodeWriter writer, DensePlan dense, VectorWidth width)
    {
        // Tiles of four by four fill half of 32 registers, of three by three half of 16.
        var most = width.Registers >= 32 ? 4 : 3;
        var (rows, columns) = (Cut(dense.Input.Size, most), Cut(dense.Output.Size, most));
        var (n, lanes, units) = (Literal.Of(dense.Number), width.Lanes, dense.Output.Size);
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open($"internal static void {DenseLanes.WeightGradientName(dense)}(ref float x, ref float dz, ref float dp, nuint groups, bool accumulate)"))
        {
            foreach (var row in rows)
            {
                foreach (var column in columns)
                {
                    Loop(writer, "i", row, i => Loop(writer, "j", column, j =>
                    {
                        var offset = (long)dense.Weights.Offset * lanes;
                        var at = $"{(offset > 0 ? $"{Literal.Of(offset)} + " : "")}{Times(i, units * lanes)} + {Times(j, lanes)}";
                        writer.Line($"{Tile(n, row.Size, column.Size)}(ref Add(ref x, {Times(i, lanes)}), ref Add(ref dz, {Times(j, lanes)}), ref Add(ref dp, {at}), groups, accumulate);");
                    }));
                }
            }
        }

        foreach (var height in rows.Select(static run => run.Size).Distinct())
        {
            foreach (var vectors in columns.Select(static run => run.Size).Distinct())
            {
                writer.Line();
                MatrixTileEmitter.Emit(writer, TileOperands.OfLanes(dense, width), width, Tile(n, height, vectors), height, new ColumnBlock(0, 1, vectors));
            }
        }
    }

    private static string Times(string index, int factor) =>
        int.TryParse(index, out var number) ? Literal.Of((long)number * factor) : $"({index} * {Literal.Of(factor)})";

    private static string Tile(string number, int height, int vectors) => $"Layer{number}WeightGradient_{Literal.Of(height)}x{Literal.Of(vectors)}";

    private static void Loop(CodeWriter writer, string variable, Run run, Action<string> body)
    {
        if (run.Count == 1)
        {
            body(Literal.Of(run.First));
            return;
        }

        using (writer.Open($"for (nuint {variable} = {Literal.Of(run.First)}; {variable} < {Literal.Of(run.First + (run.Count * run.Size))}; {variable} += {Literal.Of(run.Size)})"))
        {
            body(variable);
        }
    }

    // As few tiles as possible, whose sizes differ by one at most.
    private static List<Run> Cut(int length, int most)
    {
        var tiles = (length + most - 1) / most;
        var (size, larger) = (length / tiles, length % tiles);
        var runs = new List<Run>();
        if (larger > 0)
        {
            runs.Add(new Run(0, larger, size + 1));
        }

        runs.Add(new Run(larger * (size + 1), tiles - larger, size));
        return runs;
    }

    /// <summary>Tiles of one size, one after the other.</summary>
    private readonly record struct Run(int First, int Count, int Size);
}
