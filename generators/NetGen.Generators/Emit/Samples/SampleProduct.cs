using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Samples;

/// <summary>
/// z = x W + b of one sample, a lane a unit: a row of weights times each x. The vectors of units are summed in several chains, so that a multiply-add seldom waits for
/// the one before it. Lanes beyond the units hold what follows in memory, and may be anything.
/// </summary>
/// <param name="Depth">Inputs.</param>
/// <param name="Count">Units.</param>
/// <param name="Weights">The offset of the weights among the parameters, [Depth][Count]: a constant's name, that ends in what tells it from others.</param>
/// <param name="Biases">That of the biases; null for none.</param>
internal sealed record SampleProduct(int Depth, int Count, string Weights, string? Biases)
{
    // Sums of sixteen lanes that stay in 16 registers of 256 bits, with what is multiplied.
    private const int MostSums = 6;
    private const int MostChains = CostModel.SumsInFlight / 2;

    // Vectors of sixteen units that a loop takes at a time, and how many there must be for it.
    private const int VectorsOfTurn = 2;
    private const int FewestTurns = 2;

    /// <summary>Writes the sums.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="x">The inputs, in memory.</param>
    /// <param name="z">The sums.</param>
    /// <param name="epilogue">Writes what is done with one vector of them, given its variable and the index of its first unit.</param>
    public void Print(CodeWriter writer, SampleValue x, SampleValue z, Action<VectorText, string, string> epilogue)
    {
        var parts = z.Vectors.ToList();
        var turns = Count / (VectorsOfTurn * VectorText.Sixteen.Lanes);
        if (turns >= FewestTurns)
        {
            var step = VectorsOfTurn * VectorText.Sixteen.Lanes;
            using (writer.Open($"for (nuint j = 0; j < {Literal.Of(turns * step)}; j += {Literal.Of(step)})"))
            {
                Block(writer, x, z, parts.Take(VectorsOfTurn).ToList(), "j", epilogue);
            }

            parts.RemoveRange(0, turns * VectorsOfTurn);
            if (parts.Count > 0)
            {
                // Names of its own, beside those of the loop.
                using (writer.Open())
                {
                    Block(writer, x, z, parts, "", epilogue);
                }
            }

            return;
        }

        Block(writer, x, z, parts, "", epilogue);
    }

    private void Block(CodeWriter writer, SampleValue x, SampleValue z, List<(VectorText Vector, int First)> parts, string j, Action<VectorText, string, string> epilogue)
    {
        var chains = Math.Max(1, Math.Min(Math.Min(MostChains, MostSums / parts.Count), Depth / 2));
        var loops = Depth > SampleScheduler.StraightRows;
        string Name(int part, int chain) => SampleValue.Name(z.Symbol, part, parts.Count) + (chain == 0 ? "" : ((char)('a' + chain)).ToString());
        string Index(int part) => Offset.Sum(j, Literal.Of(parts[part].First));
        if (Biases is not null || loops)
        {
            for (var part = 0; part < parts.Count; part++)
            {
                var vector = parts[part].Vector;
                var others = loops ? Enumerable.Range(1, chains - 1).Select(chain => $", {Name(part, chain)} = {vector.Zero}") : [];
                writer.Line($"{vector.Type} {Name(part, 0)} = {(Biases is null ? vector.Zero : vector.Load("p", Offset.Sum(Biases, Index(part))))}{string.Concat(others)};");
            }
        }

        // x[i] times row i of the weights.
        void Row(string i, int chain, string reference, Func<int, string> place, bool begins)
        {
            for (var part = 0; part < parts.Count; part++)
            {
                var vector = parts[part].Vector;
                var (value, weights, sum) = (x.Broadcast(vector, i), vector.Load(reference, place(part)), Name(part, chain));
                writer.Line(begins ? $"{vector.Type} {sum} = {vector.Multiply(value, weights)};" : $"{sum} = {vector.MultiplyAdd(value, weights, sum)};");
            }
        }

        var first = loops ? Depth / chains * chains : 0;
        if (loops)
        {
            var w = "w" + Weights.Substring(1);
            writer.Line($"ref float {w} = ref Unsafe.Add(ref p, {Offset.Sum(Weights, Index(0))});");
            using (writer.Open($"for (nuint i = 0; i < {Literal.Of(first)}; i += {Literal.Of(chains)})"))
            {
                for (var chain = 0; chain < chains; chain++)
                {
                    var row = (long)chain * Count;
                    Row(Offset.Sum("i", Literal.Of(chain)), chain, w, part => Literal.Of(row + parts[part].First - parts[0].First), begins: false);
                }

                writer.Line($"{w} = ref Unsafe.Add(ref {w}, {Literal.Of((long)chains * Count)});");
            }
        }

        for (var i = first; i < Depth; i++)
        {
            var row = (long)i * Count;
            Row(Literal.Of(i), i % chains, "p", part => Offset.Sum(Weights, Literal.Of(row), Index(part)), begins: !loops && i < chains && (i > 0 || Biases is null));
        }

        for (var part = 0; part < parts.Count; part++)
        {
            if (chains > 1)
            {
                writer.Line($"{Name(part, 0)} = {Total(parts[part].Vector, Enumerable.Range(0, chains).Select(chain => Name(part, chain)).ToList())};");
            }

            epilogue(parts[part].Vector, Name(part, 0), Index(part));
        }
    }

    // In pairs: (0 + 1) + (2 + 3).
    private static string Total(VectorText vector, List<string> chains)
    {
        while (chains.Count > 1)
        {
            chains = [.. Enumerable.Range(0, (chains.Count + 1) / 2).Select(pair => (2 * pair) + 1 < chains.Count ? vector.Add(chains[2 * pair], chains[(2 * pair) + 1]) : chains[2 * pair])];
        }

        return chains[0];
    }
}
