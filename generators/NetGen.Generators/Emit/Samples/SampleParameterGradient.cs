using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Samples;

/// <summary>
/// dW = x^T dz and db = dz of one sample. Rows are stored whole, in order: what a row's last vector writes beyond it is overwritten by what follows, so that only
/// the last floats take care to write no further.
/// </summary>
/// <param name="Inputs">Inputs.</param>
/// <param name="Units">Units.</param>
/// <param name="Weights">The offset of the weights' gradient, [Inputs][Units]: a constant's name.</param>
/// <param name="Biases">That of the biases' gradient; null for none.</param>
internal sealed record SampleParameterGradient(int Inputs, int Units, string Weights, string? Biases)
{
    /// <summary>Writes the stores.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="x">The inputs, in memory.</param>
    /// <param name="dz">The gradient with respect to the sums; may be overwritten where it is in memory.</param>
    public void Print(CodeWriter writer, SampleValue x, SampleValue dz)
    {
        // Vectors of dz are variables while the rows are written, unless they are so many that each row reads them from memory.
        var parts = dz.Vectors.ToList();
        for (var part = 0; part < parts.Count && dz.IsWide && !dz.IsLooped; part++)
        {
            writer.Line($"{parts[part].Vector.Type} {SampleValue.Name(dz.Symbol, part, parts.Count)} = {dz.Load(parts[part].Vector, Literal.Of(parts[part].First))};");
        }

        string Value(VectorText vector, string index) => dz.IsLooped
            ? dz.Load(vector, index)
            : SampleValue.Name(dz.Symbol, parts.FindIndex(part => Literal.Of(part.First) == index), parts.Count);
        void Row(string i, bool isExact) => dz.Each(writer, (vector, index) =>
            Store(writer, vector, vector.Multiply(x.Broadcast(vector, i), Value(vector, index)), Offset.Sum(Weights, Offset.Times(i, Units), index), index, isExact));

        var covered = Covered(parts[parts.Count - 1]);
        var first = covered > SampleScheduler.StraightRows || (dz.IsWide && covered > 1) ? covered : 0;
        if (first > 0)
        {
            using (writer.Open($"for (nuint i = 0; i < {Literal.Of(first)}; i++)"))
            {
                Row("i", isExact: false);
            }
        }

        for (var i = first; i < Inputs; i++)
        {
            Row(Literal.Of(i), isExact: i >= covered);
        }

        if (Biases is not null)
        {
            dz.Each(writer, (vector, index) => Bias(writer, dz, vector, Value(vector, index), index));
        }
    }

    private void Bias(CodeWriter writer, SampleValue dz, VectorText vector, string value, string index)
    {
        var place = Offset.Sum(Biases!, index);
        if (vector != VectorText.Sixteen || !int.TryParse(index, out var first) || first + vector.Lanes <= Units)
        {
            Store(writer, vector, value, place, index, isExact: true);
            return;
        }

        var count = Literal.Of(Units - first);
        writer.Line($"MemoryMarshal.CreateReadOnlySpan({Offset.Moved(dz.Reference, dz.At(index))}, {count}).CopyTo(MemoryMarshal.CreateSpan({Offset.Moved("dp", place)}, {count}));");
    }

    // Rows behind which enough of the layer's own gradients are still to be written.
    private int Covered((VectorText Vector, int First) last)
    {
        var (beyond, biases) = (last.First + last.Vector.Lanes - Units, Biases is null ? 0 : Units);
        var covered = Inputs;
        while (covered > 0 && ((Inputs - covered) * Units) + biases < beyond)
        {
            covered--;
        }

        return covered;
    }

    private void Store(CodeWriter writer, VectorText vector, string value, string offset, string index, bool isExact)
    {
        var count = int.TryParse(index, out var first) ? Math.Min(vector.Lanes, Units - first) : vector.Lanes;
        writer.Line(!isExact || count == vector.Lanes ? vector.Store(value, "dp", offset)
            : vector == VectorText.Sixteen ? $"TOps.StoreFirst({value}, ref dp, {offset}, {Literal.Of(count)});"
            : $"VectorTail.Store({value}, {Offset.Moved("dp", offset)}, {Literal.Of(count)});");
    }
}
