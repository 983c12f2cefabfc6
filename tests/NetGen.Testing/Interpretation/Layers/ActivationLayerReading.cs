using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Interpretation.Layers;

/// <summary>a = phi(x), without parameters.</summary>
internal sealed class ActivationLayerReading(ActivationLayerSpec layer, CustomFunctions custom) : LayerReading
{
    private readonly ActivationReading _activation = new(layer.Activation, layer.Output, custom);

    public override LayerTrace Forward(double[] x, InterpreterPass pass) => _activation.Forward(x, pass);
}
