using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Samples;

/// <summary>
/// Writes dW = x^T dz and db = dz of one sample. Rows are stored whole, in order: what a row's last vector writes beyond it is overwritten by what follows, so
/// that only the layer's last floats take care to write no further.
/// </summary>
internal static class DenseSampleParameterGradient
{
    /// <summary>The statements.</summary>
    /// <param name="dense">The layer.</param>
    /// <param name="pass">The method.</param>
    /// <param name="dz">The symbol of the gradient by the pre-activation.</param>
    public static void Emit(DensePlan dense, SamplePass pass, string dz)
    {
        var (writer, vectors, inputs, units) = (pass.Writer, pass.Vectors(dense.Output), dense.Input.Size, dense.Output.Size);
        var covered = Covered(dense, vectors);
        var straight = 0;
        if (inputs * vectors.Count > SampleScheduler.StraightLineBudget && covered > 1)
        {
            using (writer.Open())
            {
                writer.Line($"ref var dW = ref Add(ref dp, {dense.Weights.Symbol});");
                using (writer.Open($"for (nuint i = 0; i < {Literal.Of(covered)}; i++)"))
                {
                    Row(dense, pass, vectors, dz, pass.Input(dense, "i"), "dW", "", 0, isExact: false);
                    writer.Line($"dW = ref Add(ref dW, {Literal.Of(units)});");
                }
            }

            straight = covered;
        }

        for (var i = straight; i < inputs; i++)
        {
            Row(dense, pass, vectors, dz, pass.Input(dense, Literal.Of(i)), "dp", dense.Weights.Symbol, i * units, i >= covered);
        }

        for (var index = 0; index < vectors.Count && dense.Bias is not null; index++)
        {
            writer.Line(Store(vectors, index, vectors.Name(dz, index), "dp", dense.Bias.Symbol, index * vectors.Lanes, isExact: true));
        }
    }

    private static void Row(
        DensePlan dense, SamplePass pass, SampleVectors vectors, string dz, string input, string target, string place, int offset, bool isExact)
    {
        var x = $"{vectors.Type}.Create({input})";
        if (vectors.Count == 1)
        {
            pass.Writer.Line(Store(vectors, 0, $"({x} * {dz})", target, place, offset, isExact));
            return;
        }

        using (pass.Writer.Open())
        {
            pass.Writer.Line($"var x{Literal.Of(dense.Number)} = {x};");
            for (var index = 0; index < vectors.Count; index++)
            {
                var value = $"(x{Literal.Of(dense.Number)} * {vectors.Name(dz, index)})";
                pass.Writer.Line(Store(vectors, index, value, target, place, offset + (index * vectors.Lanes), isExact));
            }
        }
    }

    private static string Store(SampleVectors vectors, int index, string value, string target, string place, int offset, bool isExact)
    {
        var at = SamplePass.Sum(place, Literal.Of(offset));
        return isExact && vectors.Tail > 0 && index == vectors.Count - 1
            ? $"VectorTail.Store({value}, ref {SamplePass.Add(target, at)}, {Literal.Of(vectors.Tail)});"
            : $"{value}.StoreUnsafe(ref {target}{(at == "0" ? "" : ", " + at)});";
    }

    // Rows behind which enough of the layer's own gradients are still to be written.
    private static int Covered(DensePlan dense, SampleVectors vectors)
    {
        var beyond = (vectors.Count * vectors.Lanes) - dense.Output.Size;
        var biases = dense.Bias is null ? 0 : dense.Output.Size;
        var covered = dense.Input.Size;
        while (covered > 0 && ((dense.Input.Size - covered) * dense.Output.Size) + biases < beyond)
        {
            covered--;
        }

        return covered;
    }
}
