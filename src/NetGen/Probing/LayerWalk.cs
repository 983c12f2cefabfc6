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
    /// <param name="network">The network; it is not changed.</param>
    /// <param name="inputs">[samples][InputSize].</param>
    /// <param name="samples">At least 1.</param>
    /// <param name="isTraining">
    /// Whether batch normalizations take the statistics of these samples, and masks and noise are drawn for the network's seed and step; otherwise the pass is
    /// that of prediction.
    /// </param>
    public static List<LayerStep> Of(INetwork<TNetwork, TTarget> network, ReadOnlySpan<float> inputs, int samples, bool isTraining)
    {
        var x = new float[inputs.Length];
        var input = TNetwork.Input;
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = (inputs[i] * input.Scale) + input.Shift;
        }

        // What each layer gives, by its number; under 0, what the first receives.
        var values = new List<float[]>(TNetwork.Layers.Length + 1) { x };
        var steps = new List<LayerStep>(TNetwork.Layers.Length);
        var functions = new LayerFunction<TNetwork, TTarget>(network, samples, isTraining);
        for (var number = 1; number <= TNetwork.Layers.Length; number++)
        {
            var layer = TNetwork.Layers[number - 1];
            var weights = WeightTensor.Of<TNetwork, TTarget>(layer);
            var received = values[number - 1 - layer.LayersInside];
            var z = weights is null ? received : Affine(network.Parameters, weights, WeightTensor.BiasOf<TNetwork, TTarget>(layer), received);
            if (layer.LayersInside > 0)
            {
                z = Sum(values[number - 1], z);
            }

            var a = functions.Apply(number, layer, z);
            steps.Add(new LayerStep(number, weights, z, a));
            values.Add(a);
        }

        return steps;
    }

    /// <summary>x W + b, row by row of the last axis.</summary>
    private static float[] Affine(ReadOnlySpan<float> parameters, TensorInfo weights, TensorInfo? bias, float[] x)
    {
        var (units, inputs) = (weights.Shape[0], weights.Shape[1]);
        var w = new float[weights.Length];
        TensorLayout.Read(weights, parameters, 0, w);
        var rows = x.Length / inputs;
        var z = new float[rows * units];
        for (var row = 0; row < rows; row++)
        {
            for (var unit = 0; unit < units; unit++)
            {
                var sum = bias is null ? 0.0 : parameters[bias.Offset + unit];
                for (var i = 0; i < inputs; i++)
                {
                    sum += (double)w[(unit * inputs) + i] * x[(row * inputs) + i];
                }

                z[(row * units) + unit] = (float)sum;
            }
        }

        return z;
    }

    private static float[] Sum(float[] inside, float[] around)
    {
        var sum = new float[inside.Length];
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] = inside[i] + around[i];
        }

        return sum;
    }
}
