using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Samples;

/// <summary>
/// Writes a = phi(x W + b) of one sample. Each vector of units is summed in several chains, so that a multiply-add seldom waits for the one before it.
/// </summary>
internal static class DenseSampleForward
{
    // Vectors of units that are summed together: with their chains they stay in 16 registers.
    private const int VectorsAtOnce = 8;

    // Chains in flight that hide the latency of a multiply-add.
    private const int ChainsInFlight = 8;
    private const int MostChains = 4;

    /// <summary>The statements; phi on registers only where it is to be inlined.</summary>
    public static void Emit(DensePlan dense, SamplePass pass, bool inlined)
    {
        var vectors = pass.Vectors(dense.Output);
        for (var first = 0; first < vectors.Count; first += VectorsAtOnce)
        {
            using (pass.Writer.Open())
            {
                var block = new Block(dense, pass, vectors, first, Math.Min(VectorsAtOnce, vectors.Count - first));
                block.Sum();
                SampleActivation.Forward(pass, dense, block.Names(), inlined);
            }
        }
    }

    /// <summary>Some vectors of units.</summary>
    private sealed class Block(DensePlan dense, SamplePass pass, SampleVectors vectors, int first, int count)
    {
        private readonly int _inputs = dense.Input.Size;
        private readonly int _units = dense.Output.Size;
        private readonly string _weights = dense.Weights.Symbol;
        private readonly string _z = "z" + Literal.Of(dense.Number);
        private readonly int _chains = Math.Max(1, Math.Min(Math.Min(MostChains, ChainsInFlight / count), dense.Input.Size / 2));

        // By vector of the layer; empty for those of other blocks.
        public IReadOnlyList<string> Names() =>
            [.. Enumerable.Range(0, vectors.Count).Select(index => index >= first && index < first + count ? vectors.Name(_z, index) : "")];

        public void Sum()
        {
            var loops = _inputs * count > SampleScheduler.StraightLineBudget;
            for (var index = first; index < first + count; index++)
            {
                for (var chain = 0; chain < _chains && (loops || (chain == 0 && dense.Bias is not null)); chain++)
                {
                    var start = chain == 0 && dense.Bias is not null
                        ? $"{vectors.Type}.LoadUnsafe(ref p, {SamplePass.Sum(dense.Bias.Symbol, Literal.Of(index * vectors.Lanes))})"
                        : $"{vectors.Type}<float>.Zero";
                    pass.Writer.Line($"var {Chain(index, chain)} = {start};");
                }
            }

            if (loops)
            {
                Loop();
            }
            else
            {
                Products(0, _inputs, declares: true);
            }

            for (var index = first; index < first + count && _chains > 1; index++)
            {
                pass.Writer.Line($"{Chain(index, 0)} = {Total(index)};");
            }
        }

        private void Loop()
        {
            var (writer, whole) = (pass.Writer, _inputs / _chains * _chains);
            writer.Line($"ref var w = ref Add(ref p, {SamplePass.Sum(_weights, Literal.Of(first * vectors.Lanes))});");
            using (writer.Open($"for (nuint i = 0; i < {Literal.Of(whole)}; i += {Literal.Of(_chains)})"))
            {
                for (var chain = 0; chain < _chains; chain++)
                {
                    var x = $"x{Literal.Of(chain)}";
                    writer.Line($"var {x} = {vectors.Type}.Create({pass.Input(dense, SamplePass.Sum("i", Literal.Of(chain)))});");
                    for (var index = first; index < first + count; index++)
                    {
                        var offset = Literal.Of((chain * _units) + ((index - first) * vectors.Lanes));
                        var z = Chain(index, chain);
                        writer.Line($"{z} = MultiplyAddEstimate({x}, {vectors.Type}.LoadUnsafe(ref w, {offset}), {z});");
                    }
                }

                writer.Line($"w = ref Add(ref w, {Literal.Of(_chains * _units)});");
            }

            Products(whole, _inputs, declares: false);
        }

        private void Products(int from, int to, bool declares)
        {
            for (var i = from; i < to; i++)
            {
                var x = $"{vectors.Type}.Create({pass.Input(dense, Literal.Of(i))})";
                if (count > 1)
                {
                    pass.Writer.Line($"var x{Literal.Of(i)} = {x};");
                    x = $"x{Literal.Of(i)}";
                }

                var chain = i % _chains;
                for (var index = first; index < first + count; index++)
                {
                    var weight = $"{vectors.Type}.LoadUnsafe(ref p, {SamplePass.Sum(_weights, Literal.Of((i * _units) + (index * vectors.Lanes)))})";
                    var z = Chain(index, chain);
                    pass.Writer.Line(declares && i == chain && (chain > 0 || dense.Bias is null)
                        ? $"var {z} = {x} * {weight};"
                        : $"{z} = MultiplyAddEstimate({x}, {weight}, {z});");
                }
            }
        }

        private string Chain(int index, int chain) => vectors.Name(_z, index) + (chain == 0 ? "" : ((char)('a' + chain)).ToString());

        private string Total(int index) => _chains switch
        {
            2 => $"{Chain(index, 0)} + {Chain(index, 1)}",
            3 => $"({Chain(index, 0)} + {Chain(index, 1)}) + {Chain(index, 2)}",
            _ => $"({Chain(index, 0)} + {Chain(index, 1)}) + ({Chain(index, 2)} + {Chain(index, 3)})",
        };
    }
}
