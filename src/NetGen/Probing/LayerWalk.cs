using NetGen.Serialization;

namespace NetGen.Probing;

/// <summary>A forward pass layer by layer in plain code, since the emitted one keeps no pre-activations.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <typeparam name="TTarget">Its targets.</typeparam>
internal static class LayerWalk<TNetwork, TTarget>
    where TNetwork : class, INetwork<TNetwork, TTarget>
    where TTarget : unmanaged
{
    /// <summary>The layers' values, first to last.</summary>
    /// <param name="parameters">All parameters.</param>
    /// <param name="inputs">[samples][InputSize].</param>
    /// <param name="samples">At least 1.</param>
    public static List<LayerStep> Of(ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs, int samples)
    {
        var x = new float[inputs.Length];
        var input = TNetwork.Input;
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = (inputs[i] * input.Scale) + input.Shift;
        }

        var steps = new List<LayerStep>(TNetwork.Layers.Length);
        for (var number = 1; number <= TNetwork.Layers.Length; number++)
        {
            var layer = TNetwork.Layers[number - 1];
            var weights = WeightTensor.Of<TNetwork, TTarget>(layer);
            var z = weights is null ? x : Affine(parameters, weights, WeightTensor.BiasOf<TNetwork, TTarget>(layer), x, samples);
            var a = new float[z.Length];
            TNetwork.Activate(number, z, a);
            steps.Add(new LayerStep(number, weights, z, a));
            x = a;
        }

        return steps;
    }

    private static float[] Affine(ReadOnlySpan<float> parameters, TensorInfo weights, TensorInfo? bias, float[] x, int samples)
    {
        var (units, inputs) = (weights.Shape[0], weights.Shape[1]);
        var w = new float[weights.Length];
        TensorLayout.Read(weights, parameters, 0, w);
        var z = new float[samples * units];
        for (var sample = 0; sample < samples; sample++)
        {
            for (var unit = 0; unit < units; unit++)
            {
                var sum = bias is null ? 0.0 : parameters[bias.Offset + unit];
                for (var i = 0; i < inputs; i++)
                {
                    sum += (double)w[(unit * inputs) + i] * x[(sample * inputs) + i];
                }

                z[(sample * units) + unit] = (float)sum;
            }
        }

        return z;
    }
}
