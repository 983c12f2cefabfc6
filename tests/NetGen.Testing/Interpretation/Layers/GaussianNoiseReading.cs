using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Interpretation.Layers;

/// <summary>a = x + sigma n in training, with standard normal n; a = x in prediction.</summary>
internal sealed class GaussianNoiseReading(GaussianNoiseSpec layer, int number) : LayerReading
{
    public override bool IsRandom => true;

    public override LayerTrace Forward(double[] x, InterpreterPass pass)
    {
        if (pass.Step is not { } step)
        {
            return new LayerTrace(x, static da => da);
        }

        var size = x.Length / pass.Samples;
        var noise = Enumerable.Range(0, pass.Samples).SelectMany(sample => CounterRandom.Normals(step, number, sample, size));
        return new LayerTrace([.. x.Zip(noise, (value, normal) => pass.Round(value + (layer.StandardDeviation * normal)))], static da => da);
    }
}
