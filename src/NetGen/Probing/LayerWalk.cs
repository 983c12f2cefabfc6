using NetGen.Serialization;

namespace NetGen.Probing;

/// <summary>A forward pass layer by layer in plain code, since the emitted one keeps no pre-activations.</summary>
/// <typeparam name="TNetwork">The network.</typeparam>
/// <typeparam name="TTarget">Its targets.</typeparam>
internal static class LayerWalk<TNetwork, TTarget>
    where TNetwork : class, INetwork<TNetwork, TTarget>
    where TTarget : unmanaged
{
    // Those that sum over weights, and those that change nothing but single values, or in prediction nothing at all.
    private static readonly string[] s_kinds = ["Dense", "Activation", "Flatten", "Dropout", "AlphaDropout", "GaussianNoise"];

    /// <summary>The network can be walked: a branch or a normalization would give wrong numbers.</summary>
    /// <exception cref="NotSupportedException">It has a layer of another kind.</exception>
    public static void Check()
    {
        foreach (var layer in TNetwork.Layers)
        {
            if (!s_kinds.Contains(layer.Kind))
            {
                throw new NotSupportedException(
                    $"{TNetwork.Name} cannot be measured: {layer.Name} is of the kind {layer.Kind}, and a probe follows the kinds {string.Join(", ", s_kinds)} alone. Measure the network without it.");
            }
        }
    }

    /// <summary>The layers' values, first to last.</summary>
    /// <param name="parameters">All parameters.</param>
    /// <param name="inputs">[samples][InputSize].</param>
    /// <exception cref="NotSupportedException">The network has a layer of a kind that cannot be walked.</exception>
    public static List<LayerStep> Of(ReadOnlySpan<float> parameters, ReadOnlySpan<float> inputs)
    {
        Check();
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
            var z = weights is null ? x : Affine(parameters, weights, WeightTensor.BiasOf<TNetwork, TTarget>(layer), x);
            var a = new float[z.Length];
            TNetwork.Activate(number, z, a);
            steps.Add(new LayerStep(number, weights, z, a));
            x = a;
        }

        return steps;
    }

    private static float[] Affine(ReadOnlySpan<float> parameters, TensorInfo weights, TensorInfo? bias, float[] x)
    {
        // Each position of a sample is one row.
        var (units, inputs) = (weights.Shape[0], weights.Shape[1]);
        var rows = x.Length / inputs;
        var w = new float[weights.Length];
        TensorLayout.Read(weights, parameters, 0, w);
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
}
