using System.Collections.Immutable;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Interpretation;

/// <summary>A kind of layer as the interpreter computes it. A new kind is a class of its own and one row in <see cref="s_kinds"/>.</summary>
internal abstract class LayerReading
{
    private static readonly Dictionary<Type, Func<LayerSpec, CustomFunctions, LayerReading>> s_kinds = new()
    {
        [typeof(DenseSpec)] = static (layer, custom) => new DenseReading((DenseSpec)layer, custom),
        [typeof(ActivationLayerSpec)] = static (layer, custom) => new ActivationLayerReading((ActivationLayerSpec)layer, custom),
    };

    /// <summary>The layer's tensors, weights before biases.</summary>
    public abstract ImmutableArray<ParameterTensor> Tensors { get; }

    /// <summary>The way of computing a layer.</summary>
    public static LayerReading Of(LayerSpec layer, CustomFunctions custom) => s_kinds.TryGetValue(layer.GetType(), out var read)
        ? read(layer, custom)
        : throw new NotSupportedException($"The interpreter has no reading of {layer.GetType().Name}; register one in {nameof(LayerReading)}.");

    /// <summary>What the layer gives for a batch, with what the way back needs.</summary>
    /// <param name="x">[samples][inputs].</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="parameters">By name, in the visible layout.</param>
    public abstract LayerTrace Forward(double[] x, int samples, IReadOnlyDictionary<string, double[]> parameters);

    /// <summary>dx from da; the layer's gradients are added to the dictionary.</summary>
    public abstract double[] Backward(LayerTrace trace, double[] da, int samples, IReadOnlyDictionary<string, double[]> parameters, IDictionary<string, double[]> gradients);
}
