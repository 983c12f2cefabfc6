using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Emit.Samples;
using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Machine;
using NetGen.Generators.Model;
using NetGen.Generators.Scheduling;
using NetGen.Generators.Signal.Initializers;

namespace NetGen.Generators.Emit.Layers;

/// <summary>Stand-alone activations: a call forward and a call backward, no parameters.</summary>
internal sealed class ActivationLayerEmitter : ILayerEmitter
{
    /// <inheritdoc/>
    public bool IsInPlace => true;

    /// <inheritdoc/>
    public ISampleEmitter Sample { get; } = new ActivationLayerSample();

    /// <inheritdoc/>
    public string Formula(LayerPlan layer, string input) => $"a{Literal.Of(layer.Number)} = {ActivationCode.Symbol(layer.Spec.Activation)}({input})";

    /// <inheritdoc/>
    public void Forward(CodeWriter writer, LayerPlan layer, LayerPass pass) =>
        writer.Line(ActivationCode.Forward(layer.Number, layer.Spec.Activation, layer.Output, pass, pass.Input, pass.Output));

    /// <inheritdoc/>
    public void Backward(CodeWriter writer, LayerPlan layer, LayerPass pass)
    {
        if (layer.Spec.Activation.Kind != ActivationKind.Identity)
        {
            writer.Line(ActivationCode.Backward(
                layer.Number, layer.Spec.Activation, layer.Output, pass, pass.Input, pass.Output, pass.OutputGradient, pass.InputGradient));
        }
    }

    /// <inheritdoc/>
    public void LaneKernels(CodeWriter writer, LayerPlan layer, VectorWidth width)
    {
    }

    /// <inheritdoc/>
    public IEnumerable<KernelSignature> LaneSignatures(LayerPlan layer) => [];

    /// <inheritdoc/>
    public void Members(CodeWriter writer, LayerPlan layer)
    {
    }

    /// <inheritdoc/>
    public void Initialize(CodeWriter writer, LayerPlan layer, ResolvedParameters parameters)
    {
    }
}
