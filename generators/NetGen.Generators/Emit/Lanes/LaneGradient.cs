namespace NetGen.Generators.Emit.Lanes;

/// <summary>
/// The gradient of weights and biases where a lane is a sample: register tiles of inputs x units, each element a vector of sums, one a lane, that stays in a
/// register over all groups of samples; a bias is the weight of an input that is always 1. The lanes are added up once, after the last block. Printed once for
/// all widths, as a method of a class that is generic in <c>TVector</c> and <c>TOps</c>.
/// </summary>
/// <param name="Inputs">Inputs.</param>
/// <param name="Units">Units.</param>
/// <param name="WeightOffset">The offset of the weights, [inputs][units], among the parameters.</param>
/// <param name="BiasOffset">That of the biases; null where there are none.</param>
internal sealed record LaneGradient(int Inputs, int Units, int WeightOffset, int? BiasOffset)
{
    // One tiling for every width: what fits 16 registers takes 32 no longer, as 12 sums are enough in flight.
    private const int Registers = 16;

    // Taller tiles would not make anything faster.
    private const int TallestTile = 8;

    /// <summary>Writes the method <c>(ref float x, ref float dz, ref float dp, nuint groups, bool accumulate)</c>.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="name">The method.</param>
    public void Emit(CodeWriter writer, string name)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open($"internal static void {name}(ref float x, ref float dz, ref float dp, nuint groups, bool accumulate)"))
        {
            // Column by column within rows of tiles, as weights are stored.
            var all = Columns();
            foreach (var columns in all)
            {
                LaneRun.Write(
                    writer,
                    [.. Rows(columns.Size)],
                    "i",
                    (rows, i) => LaneRun.Write(writer, [columns], "j", (_, j) => Tile(writer, rows.Size, columns.Size, i, j, rows.End > Inputs)),
                    isAlone: all.Count == 1);
            }
        }
    }

    private void Tile(CodeWriter writer, int height, int width, string i, string j, bool hasBias)
    {
        var inputs = hasBias ? height - 1 : height;
        for (var row = 0; row < height; row++)
        {
            writer.Line($"TVector {Join(width, unit => $"{Sum(row, unit, inputs)} = TOps.Zero", ", ")};");
        }

        // A tile of the bias alone reads no input.
        if (inputs > 0)
        {
            writer.Line($"ref float xi = {Offset.Moved("x", Offset.Vectors(i))};");
        }

        writer.Line($"ref float dzj = {Offset.Moved("dz", Offset.Vectors(j))};");
        using (writer.Open("for (nuint k = groups; k != 0; k--)"))
        {
            writer.Line($"TVector {Join(width, unit => $"dz{Literal.Of(unit)} = TOps.Load(ref dzj{Offset.Argument(Offset.Vectors(unit))})", ", ")};");
            for (var row = 0; row < inputs; row++)
            {
                var value = $"x{Literal.Of(row)}";
                writer.Line($"TVector {value} = TOps.Load(ref xi{Offset.Argument(Offset.Vectors(row))}); {Join(width, unit => $"{Sum(row, unit, inputs)} = TOps.MultiplyAddEstimate({value}, dz{Literal.Of(unit)}, {Sum(row, unit, inputs)});")}");
            }

            if (hasBias)
            {
                writer.Line(Join(width, unit => $"{Sum(inputs, unit, inputs)} = TOps.Add({Sum(inputs, unit, inputs)}, dz{Literal.Of(unit)});"));
            }

            if (inputs > 0)
            {
                writer.Line($"xi = ref Unsafe.Add(ref xi, {Offset.Vectors(Inputs)});");
            }

            writer.Line($"dzj = ref Unsafe.Add(ref dzj, {Offset.Vectors(Units)});");
        }

        Store(writer, height, width, i, j, inputs);
    }

    private void Store(CodeWriter writer, int height, int width, string i, string j, int inputs)
    {
        if (inputs > 0)
        {
            writer.Line($"ref float dW = {Offset.Moved("dp", Offset.Vectors(Offset.Times(i, Units), j, Literal.Of(WeightOffset)))};");
        }

        if (height > inputs)
        {
            writer.Line($"ref float db = {Offset.Moved("dp", Offset.Vectors(j, Literal.Of(BiasOffset!.Value)))};");
        }

        string At(int row, int unit) => row == inputs ? $"ref db{Offset.Argument(Offset.Vectors(unit))}" : $"ref dW{Offset.Argument(Offset.Vectors(((long)row * Units) + unit))}";
        using (writer.Open("if (accumulate)"))
        {
            for (var row = 0; row < height; row++)
            {
                writer.Line(Join(width, unit => $"{Sum(row, unit, inputs)} = TOps.Add({Sum(row, unit, inputs)}, TOps.Load({At(row, unit)}));"));
            }
        }

        for (var row = 0; row < height; row++)
        {
            writer.Line(Join(width, unit => $"TOps.Store({Sum(row, unit, inputs)}, {At(row, unit)});"));
        }
    }

    // Tiles two units wide are the tallest for their registers, and read the fewest vectors that lie apart; a third unit goes along where one is left over.
    private IReadOnlyList<LaneRun> Columns()
    {
        if (Units % 2 == 0)
        {
            return [new LaneRun(0, Units / 2, 2)];
        }

        var pairs = (Units - 3) / 2;
        return Units switch
        {
            1 => [new LaneRun(0, 1, 1)],
            3 => [new LaneRun(0, 1, 3)],
            _ => [new LaneRun(0, pairs, 2), new LaneRun(2 * pairs, 1, 3)],
        };
    }

    // As few tiles as fit the registers, beside a row of vectors and one value: all of one height, and the last one with the bias, whose place is its own.
    private IEnumerable<LaneRun> Rows(int width)
    {
        var rows = Inputs + (BiasOffset is null ? 0 : 1);
        var most = Math.Min(TallestTile, (Registers - width - 1) / width);
        var tiles = (rows + most - 1) / most;
        var height = (rows + tiles - 1) / tiles;
        var whole = Inputs / height;
        if (whole > 0)
        {
            yield return new LaneRun(0, whole, height);
        }

        if (rows > whole * height)
        {
            yield return new LaneRun(whole * height, 1, rows - (whole * height));
        }
    }

    // Two digits: the input, the unit; of a bias the unit.
    private static string Sum(int row, int unit, int inputs) => row == inputs ? $"db{Literal.Of(unit)}" : $"dW{Literal.Of(row)}{Literal.Of(unit)}";

    private static string Join(int count, Func<int, string> part, string separator = " ") => string.Join(separator, Enumerable.Range(0, count).Select(part));
}
