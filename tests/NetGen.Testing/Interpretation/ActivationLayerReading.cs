using System.Collections.Immutable;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Interpretation;

/// <summary>a = phi(x), without parameters.</summary>
internal sealed class ActivationLayerReading(ActivationLayerSpec layer, CustomFunctions custom) : LayerReading
{
    private readonly ActivationReading _activation = new(layer.Activation, layer.Output, custom);

    public override ImmutableArray<ParameterTensor> Tensors => [];

    public override LayerTrace Forward(double[] x, int samples, IReadOnlyDictionary<string, double[]> parameters) =>
        new(x, x, _activation.Forward(x), _activation.KinkMargin(x));

    public override double[] Backward(LayerTrace trace, double[] da, int samples, IReadOnlyDictionary<string, double[]> parameters, IDictionary<string, double[]> gradients) =>
        _activation.Backward(trace.Z, trace.A, da);
}
