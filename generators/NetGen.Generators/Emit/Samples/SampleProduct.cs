using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Samples;

/// <summary>
/// z = x W + b of one sample, a lane a unit: a row of weights times each x, summed in several chains, so that a multiply-add seldom waits for the one before it.
/// Lanes beyond the units hold what follows in memory, and may be anything.
/// </summary>
/// <param name="Depth">Inputs.</param>
/// <param name="Count">Units.</param>
/// <param name="Weights">The offset of the weights among the parameters, [Depth][Count]: a constant's name, that ends in what tells it from others.</param>
/// <param name="Biases">That of the biases; null for none.</param>
internal sealed record SampleProduct(int Depth, int Count, string Weights, string? Biases)
{
    // Where vectors of units are a loop, it is the next turn that fills the time that chains leave.
    private const int MostChains = CostModel.SumsInFlight / 2;

    /// <summary>Writes the sums.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="x">The inputs, in memory.</param>
    /// <param name="z">The name of the sums.</param>
    /// <param name="epilogue">Writes what is done with one vector of them, given the index of its first unit.</param>
    public void Print(CodeWriter writer, SampleValue x, SampleValue z, Action<string> epilogue)
    {
        if (!z.IsWide)
        {
            Sum(writer, x, z, "");
            epilogue("");
            return;
        }

        using (writer.Open($"for (nuint j = 0; j < {Literal.Of(Count)}; j += TOps.Lanes)"))
        {
            Sum(writer, x, z, "j");
            epilogue("j");
        }
    }

    private int Chains => Math.Max(1, Math.Min(MostChains, Depth / 2));

    private void Sum(CodeWriter writer, SampleValue x, SampleValue z, string j)
    {
        var (vector, chains) = (z.Vector, Enumerable.Range(0, Chains).Select(chain => Chain(z, chain)).ToList());
        var loops = Depth > SampleScheduler.StraightRows;
        if (Biases is not null || loops)
        {
            writer.Line($"{vector.Type} {z.Symbol} = {(Biases is null ? vector.Zero : vector.Load("p", Offset.Sum(Biases, j)))};");
        }

        var first = 0;
        if (loops)
        {
            if (Chains > 1)
            {
                writer.Line($"{vector.Type} {string.Join(", ", chains.Skip(1).Select(chain => $"{chain} = {vector.Zero}"))};");
            }

            first = Depth / Chains * Chains;
            using (writer.Open($"for (nuint i = 0; i < {Literal.Of(first)}; i += {Literal.Of(Chains)})"))
            {
                for (var chain = 0; chain < Chains; chain++)
                {
                    var weights = vector.Load("p", Offset.Sum(Weights, Offset.Times("i", Count), j, Literal.Of((long)chain * Count)));
                    writer.Line($"{chains[chain]} = {vector.MultiplyAdd(x.Broadcast(vector, "i", Literal.Of(chain)), weights, chains[chain])};");
                }
            }
        }

        for (var i = first; i < Depth; i++)
        {
            var chain = chains[i % Chains];
            var (value, weights) = (x.Broadcast(vector, Literal.Of(i)), vector.Load("p", Offset.Sum(Weights, Literal.Of((long)i * Count), j)));
            var begins = !loops && i < Chains && (i > 0 || Biases is null);
            writer.Line(begins ? $"{vector.Type} {chain} = {vector.Multiply(value, weights)};" : $"{chain} = {vector.MultiplyAdd(value, weights, chain)};");
        }

        if (Chains > 1)
        {
            writer.Line($"{z.Symbol} = {Total(vector, chains)};");
        }
    }

    private static string Chain(SampleValue z, int chain) => z.Symbol + (chain == 0 ? "" : ((char)('a' + chain)).ToString());

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
