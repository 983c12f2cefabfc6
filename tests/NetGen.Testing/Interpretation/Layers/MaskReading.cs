namespace NetGen.Testing.Interpretation.Layers;

/// <summary>In training each value is kept, and mapped to scale x + shift, or dropped, and becomes a constant; in prediction nothing happens.</summary>
/// <param name="number">The layer's number in the network, from 1.</param>
/// <param name="rate">The probability of being dropped.</param>
/// <param name="scale">What a value that is kept is multiplied by.</param>
/// <param name="shift">What is added to it then.</param>
/// <param name="dropped">What a value that is dropped becomes.</param>
internal abstract class MaskReading(int number, double rate, double scale, double shift, double dropped) : LayerReading
{
    public override bool IsRandom => true;

    public override LayerTrace Forward(double[] x, InterpreterPass pass)
    {
        if (pass.Step is not { } step)
        {
            return new LayerTrace(x, static da => da);
        }

        var size = x.Length / pass.Samples;
        var kept = Enumerable.Range(0, pass.Samples).SelectMany(sample => CounterRandom.Kept(step, number, sample, size, rate)).ToArray();
        return new LayerTrace(
            [.. x.Select((value, i) => kept[i] ? pass.Round((value * scale) + shift) : dropped)],
            da => [.. da.Select((slope, i) => kept[i] ? pass.Round(slope * scale) : 0)]);
    }
}
