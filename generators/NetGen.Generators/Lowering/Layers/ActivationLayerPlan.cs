using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering.Layers;

/// <summary>A stand-alone activation's step.</summary>
internal sealed record ActivationLayerPlan(int Number, ActivationLayerSpec Layer, ValuePlan Input, ValuePlan Output)
    : LayerPlan(Number, Layer, Input, Output, default)
{
    /// <inheritdoc/>
    public override long MultiplyAdds => 0;

    /// <summary>Never: what it received is the layer before's output, which is kept anyway.</summary>
    public override bool KeepsPreActivation => false;
}
