using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Samples;

/// <summary>
/// dW = x^T dz and db = dz of one sample. Rows are stored whole, in order: what a row's last vector writes beyond it is overwritten by what follows, so that only
/// the last floats take care to write no further.
/// </summary>
/// <param name="Inputs">Inputs.</param>
/// <param name="Units">Units.</param>
/// <param name="Weights">The offset of the weights' gradient, [Inputs][Units]: a constant's name, that ends in what tells it from others.</param>
/// <param name="Biases">That of the biases' gradient; null for none.</param>
internal sealed record SampleParameterGradient(int Inputs, int Units, string Weights, string? Biases)
{
    /// <summary>Writes the stores.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="x">The inputs, in memory.</param>
    /// <param name="dz">The gradient with respect to the sums; may be overwritten where it is in memory.</param>
    public void Print(CodeWriter writer, SampleValue x, SampleValue dz)
    {
        if (dz.IsWide)
        {
            Wide(writer, x, dz);
        }
        else
        {
            Narrow(writer, x, dz);
        }
    }

    private void Narrow(CodeWriter writer, SampleValue x, SampleValue dz)
    {
        var covered = Covered(dz.Vector.Lanes);
        var first = covered > SampleScheduler.StraightRows ? covered : 0;
        if (first > 0)
        {
            using (writer.Open($"for (nuint i = 0; i < {Literal.Of(first)}; i++)"))
            {
                writer.Line(dz.Vector.Store(Row(x, dz, "i"), "dp", Offset.Sum(Weights, Offset.Times("i", Units))));
            }
        }

        for (var i = first; i < Inputs; i++)
        {
            writer.Line(Store(dz, Row(x, dz, Literal.Of(i)), Offset.Sum(Weights, Literal.Of((long)i * Units)), isExact: i >= covered));
        }

        if (Biases is not null)
        {
            writer.Line(Store(dz, dz.Symbol, Biases, isExact: true));
        }
    }

    // Rows behind which enough of the layer's own gradients are still to be written.
    private int Covered(int lanes)
    {
        var (beyond, biases) = (lanes - Units, Biases is null ? 0 : Units);
        var covered = Inputs;
        while (covered > 0 && ((Inputs - covered) * Units) + biases < beyond)
        {
            covered--;
        }

        return covered;
    }

    private void Wide(CodeWriter writer, SampleValue x, SampleValue dz)
    {
        // As many biases follow as a row's last vector may write beyond it.
        var rest = Units % VectorWidth.MaximumLanes;
        var rows = Biases is null && rest > 0 ? Inputs - 1 : Inputs;
        var value = "x" + Weights.Substring(1);
        if (rows > 0)
        {
            using (writer.Open($"for (nuint i = 0; i < {Literal.Of(rows)}; i++)"))
            {
                writer.Line($"TVector {value} = {x.Broadcast(dz.Vector, "i")};");
                using (writer.Open($"for (nuint j = 0; j < {Literal.Of(Units)}; j += TOps.Lanes)"))
                {
                    writer.Line(dz.Vector.Store(dz.Vector.Multiply(value, dz.Load(dz.Vector, "j")), "dp", Offset.Sum(Weights, Offset.Times("i", Units), "j")));
                }
            }
        }

        if (rows < Inputs)
        {
            // The last row is put together where dz was, and copied.
            using (writer.Open($"for (nuint j = 0; j < {Literal.Of(Units)}; j += TOps.Lanes)"))
            {
                var product = dz.Vector.Multiply(x.Broadcast(dz.Vector, Literal.Of(rows)), dz.Load(dz.Vector, "j"));
                writer.Line(dz.Vector.Store(product, dz.Reference, dz.At("j")));
            }
        }

        if (Biases is not null || rows < Inputs)
        {
            var to = Biases ?? Offset.Sum(Weights, Literal.Of((long)rows * Units));
            writer.Line($"MemoryMarshal.CreateReadOnlySpan({Offset.Moved(dz.Reference, dz.At())}, {Literal.Of(Units)}).CopyTo(MemoryMarshal.CreateSpan({Offset.Moved("dp", to)}, {Literal.Of(Units)}));");
        }
    }

    private static string Row(SampleValue x, SampleValue dz, string i) => dz.Vector.Multiply(x.Broadcast(dz.Vector, i), dz.Symbol);

    private static string Store(SampleValue dz, string value, string offset, bool isExact) => isExact && dz.Size < dz.Vector.Lanes
        ? $"VectorTail.Store({value}, {Offset.Moved("dp", offset)}, {Literal.Of(dz.Size)});"
        : dz.Vector.Store(value, "dp", offset);
}
