namespace NetGen.Generators.Emit.Samples;

/// <summary>
/// dx = dz W^T of one sample: a row of W times dz for each input, then the sums across the lanes of eight or four rows together, by which they come out with an
/// input a lane. Lanes beyond the units hold what follows in memory and are cleared before they are summed.
/// </summary>
/// <param name="Inputs">Inputs.</param>
/// <param name="Units">Units.</param>
/// <param name="Weights">The offset of the weights among the parameters, [Inputs][Units]: a constant's name, that ends in what tells it from others.</param>
internal sealed record SampleInputGradient(int Inputs, int Units, string Weights)
{
    // Pieces of a row that are written out; of more, a loop adds up eight rows at a time.
    private const int MostPieces = 2;

    /// <summary>
    /// What rows are taken in pieces of; as many are summed together as it has lanes. Not more than 256 bits: the first halving of a wider row is a multiply-add
    /// this way.
    /// </summary>
    private VectorText Vector => Units > VectorText.Four.Lanes ? VectorText.Eight : VectorText.Four;

    private int Lanes => Vector.Lanes;

    private int Pieces => (Units + Lanes - 1) / Lanes;

    private int Tail => Units % Lanes;

    // What tells the variables of one layer from those of others.
    private string Suffix => Weights.Substring(1);

    private string Mask => "units" + Suffix;

    private string Part => "part" + Suffix;

    /// <summary>Writes the sums.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="dz">The gradient with respect to the sums.</param>
    /// <param name="dx">The gradient with respect to the inputs: a variable is declared that holds it, or a part of it.</param>
    /// <param name="epilogue">Writes what is done with each part of a wide one, given the vector it is in, its variable and the index of its first input.</param>
    public void Print(CodeWriter writer, SampleValue dz, SampleValue dx, Action<VectorText, string, string> epilogue)
    {
        if (Tail > 0)
        {
            writer.Line($"{Vector.Type} {Mask} = LaneKernels.Mask{Literal.Of(32 * Lanes)}({Literal.Of(Tail)});");
        }

        for (var piece = 0; piece < Pieces && dz.IsWide && Pieces <= MostPieces; piece++)
        {
            writer.Line($"{Vector.Type} {Piece(dz, piece)} = {dz.Load(Vector, Literal.Of(piece * Lanes))};");
        }

        if (dx.IsWide)
        {
            Loop(writer, dz, dx, epilogue);
            return;
        }

        if (dx.Size <= Lanes)
        {
            Sums(writer, dz, dx.Symbol, dx.Size, dx.Vector.Lanes, "p", Weights);
            return;
        }

        // Eight sums of rows of four lanes: in two halves.
        var (lower, upper) = (dx.Symbol + "Lower", dx.Symbol + "Upper");
        Sums(writer, dz, lower, Lanes, Lanes, "p", Weights);
        Sums(writer, dz, upper, dx.Size - Lanes, Lanes, "p", Offset.Sum(Weights, Literal.Of((long)Lanes * Units)));
        writer.Line($"{dx.Vector.Type} {dx.Symbol} = Vector256.Create({lower}, {upper});");
    }

    // The last rows overlap those before where they do not come out even.
    private void Loop(CodeWriter writer, SampleValue dz, SampleValue dx, Action<VectorText, string, string> epilogue)
    {
        var isEven = Inputs % Lanes == 0;
        var index = isEven ? "i" : "next";
        using (writer.Open($"for (nuint {index} = 0; {index} < {Literal.Of(Inputs)}; {index} += {Literal.Of(Lanes)})"))
        {
            if (!isEven)
            {
                writer.Line($"nuint i = nuint.Min(next, {Literal.Of(Inputs - Lanes)});");
            }

            writer.Line($"ref float w = ref Unsafe.Add(ref p, {Offset.Sum(Weights, Offset.Times("i", Units))});");
            var part = dx.Symbol + "Part";
            Sums(writer, dz, part, Lanes, Lanes, "w", "0");
            epilogue(Vector, part, "i");
        }
    }

    // A new variable with the sums of some rows; 0 where there is none.
    private void Sums(CodeWriter writer, SampleValue dz, string name, int count, int lanes, string reference, string place)
    {
        var last = Pieces - 1;
        var rows = Enumerable.Range(0, count).Select(row => Offset.Sum(place, Literal.Of((long)row * Units))).ToList();
        if (Pieces > MostPieces)
        {
            var piece = Literal.Of(last * Lanes);
            writer.Line($"{Vector.Type} {Part} = {dz.Load(Vector, piece)};");
            for (var row = 0; row < count; row++)
            {
                writer.Line($"{Vector.Type} {SumOf(row)} = {Masked(Vector.Multiply(Vector.Load(reference, Offset.Sum(rows[row], piece)), Part))};");
            }

            using (writer.Open($"for (nuint j = 0; j < {piece}; j += {Literal.Of(Lanes)})"))
            {
                writer.Line($"{Part} = {dz.Load(Vector, "j")};");
                for (var row = 0; row < count; row++)
                {
                    writer.Line($"{SumOf(row)} = {Vector.MultiplyAdd(Vector.Load(reference, Offset.Sum(rows[row], "j")), Part, SumOf(row))};");
                }
            }

            writer.Line($"{Result(lanes).Type} {name} = LaneSums.Of({string.Join(", ", Enumerable.Range(0, lanes).Select(row => row < count ? SumOf(row) : "default"))});");
            return;
        }

        writer.Line($"{Result(lanes).Type} {name} = LaneSums.Of(");
        using (writer.Indent())
        {
            for (var row = 0; row < lanes; row++)
            {
                writer.Line($"{(row < count ? Row(dz, reference, rows[row]) : "default")}{(row < lanes - 1 ? "," : ");")}");
            }
        }
    }

    private static VectorText Result(int lanes) => lanes == VectorText.Four.Lanes ? VectorText.Four : VectorText.Eight;

    // One row's products, added up to a vector.
    private string Row(SampleValue dz, string reference, string place)
    {
        string Weight(int piece) => Vector.Load(reference, Offset.Sum(place, Literal.Of(piece * Lanes)));
        var sum = Masked(Vector.Multiply(Weight(Pieces - 1), Piece(dz, Pieces - 1)));
        for (var piece = Pieces - 2; piece >= 0; piece--)
        {
            sum = Vector.MultiplyAdd(Weight(piece), Piece(dz, piece), sum);
        }

        return sum;
    }

    private string SumOf(int row) => $"row{Suffix}_{Literal.Of(row)}";

    private string Masked(string product) => Tail > 0 ? $"({product}) & {Mask}" : product;

    private string Piece(SampleValue dz, int piece) => dz.IsWide ? $"{Part}_{Literal.Of(piece)}" : dz.Symbol;
}
