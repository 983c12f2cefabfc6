using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Layers;

/// <summary>
/// The gradient of weights and biases where a lane is a sample: register tiles of inputs x units, each element a vector of sums, one a lane, that stays in a
/// register over all groups of samples; a bias is the weight of an input that is always 1. The lanes are added up once, after the last block.
/// </summary>
internal static class DenseLaneGradient
{
    // Taller tiles would not make anything faster.
    private const int TallestTile = 8;

    /// <summary>The method.</summary>
    public static void Emit(CodeWriter writer, DensePlan dense, VectorWidth width)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open($"internal static void {DenseLanes.WeightGradientName(dense)}(ref float x, ref float dz, ref float dp, nuint groups, bool accumulate)"))
        {
            foreach (var column in Columns(dense.Output.Size, width))
            {
                foreach (var row in Rows(dense, column.Size, width))
                {
                    row.Loop(writer, "i", i => column.Loop(writer, "j", j => Tile(writer, dense, width, row.Size, column.Size, i, j)));
                }
            }
        }
    }

    private static void Tile(CodeWriter writer, DensePlan dense, VectorWidth width, int height, int vectors, string i, string j)
    {
        var (vector, lanes, units) = ($"Vector{Literal.Of(width.Bits)}", width.Lanes, dense.Output.Size);
        var hasBias = int.TryParse(i, out var first) && first + height > dense.Input.Size;
        var inputs = hasBias ? height - 1 : height;
        for (var row = 0; row < height; row++)
        {
            writer.Line($"{vector}<float> {Join(vectors, v => $"{Sum(row, v)} = default")};");
        }

        // A tile of the bias alone reads no input.
        if (inputs > 0)
        {
            writer.Line($"ref var l = ref Add(ref x, {LaneRun.Times(i, lanes)});");
        }

        writer.Line($"ref var r = ref Add(ref dz, {LaneRun.Times(j, lanes)});");
        using (writer.Open("for (var k = groups; k != 0; k--)"))
        {
            writer.Line($"var {Join(vectors, v => $"r{Literal.Of(v)} = {vector}.LoadUnsafe(ref r, {Literal.Of(v * lanes)})", "; var ")};");
            for (var row = 0; row < inputs; row++)
            {
                writer.Line($"var l{Literal.Of(row)} = {vector}.LoadUnsafe(ref l, {Literal.Of(row * lanes)});");
                writer.Line(Join(vectors, v => $"{Sum(row, v)} = MultiplyAddEstimate(l{Literal.Of(row)}, r{Literal.Of(v)}, {Sum(row, v)});", " "));
            }

            if (hasBias)
            {
                writer.Line(Join(vectors, v => $"{Sum(inputs, v)} += r{Literal.Of(v)};", " "));
            }

            if (inputs > 0)
            {
                writer.Line($"l = ref Add(ref l, {Literal.Of(dense.Input.Size * lanes)});");
            }

            writer.Line($"r = ref Add(ref r, {Literal.Of(units * lanes)});");
        }

        if (inputs > 0)
        {
            writer.Line($"ref var dW = ref Add(ref dp, {Offset(dense.Weights.Offset * lanes)}{LaneRun.Times(i, units * lanes)} + {LaneRun.Times(j, lanes)});");
        }

        if (hasBias)
        {
            writer.Line($"ref var db = ref Add(ref dp, {Offset(dense.Bias!.Offset * lanes)}{LaneRun.Times(j, lanes)});");
        }

        string At(int row, int v) => row == inputs ? $"ref db, {Literal.Of(v * lanes)}" : $"ref dW, {Literal.Of(((row * units) + v) * lanes)}";
        using (writer.Open("if (accumulate)"))
        {
            for (var row = 0; row < height; row++)
            {
                writer.Line(Join(vectors, v => $"{Sum(row, v)} += {vector}.LoadUnsafe({At(row, v)});", " "));
            }
        }

        for (var row = 0; row < height; row++)
        {
            writer.Line(Join(vectors, v => $"{Sum(row, v)}.StoreUnsafe({At(row, v)});", " "));
        }
    }

    // Tiles two units wide are the tallest for their registers, and read the fewest vectors that lie apart; a third unit goes along where one is left over.
    // With twice the registers, four.
    private static IEnumerable<LaneRun> Columns(int units, VectorWidth width)
    {
        if (width.Registers >= 32)
        {
            return LaneRun.Cut(units, 4);
        }

        var pairs = units % 2 == 0 ? units / 2 : (units - 3) / 2;
        return units switch
        {
            1 => [new LaneRun(0, 1, 1)],
            _ when units % 2 == 0 => [new LaneRun(0, pairs, 2)],
            3 => [new LaneRun(0, 1, 3)],
            _ => [new LaneRun(0, pairs, 2), new LaneRun(2 * pairs, 1, 3)],
        };
    }

    // As few tiles as fit the registers, beside a row of vectors and one value. The last one may hold the bias, whose place is its own.
    private static IEnumerable<LaneRun> Rows(DensePlan dense, int vectors, VectorWidth width)
    {
        var most = Math.Min(TallestTile, (width.Registers - vectors - 1) / vectors);
        var runs = LaneRun.Cut(dense.Input.Size + (dense.Bias is null ? 0 : 1), most);
        var last = runs[runs.Count - 1];
        if (dense.Bias is not null && last.Count > 1)
        {
            runs[runs.Count - 1] = last with { Count = last.Count - 1 };
            runs.Add(new LaneRun(last.First + ((last.Count - 1) * last.Size), 1, last.Size));
        }

        return runs;
    }

    private static string Offset(int offset) => offset == 0 ? "" : $"{Literal.Of(offset)} + ";

    private static string Sum(int row, int vector) => $"c{Literal.Of(row)}{Literal.Of(vector)}";

    private static string Join(int count, Func<int, string> part, string separator = ", ") => string.Join(separator, Enumerable.Range(0, count).Select(part));
}
