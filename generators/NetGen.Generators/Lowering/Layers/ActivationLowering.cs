using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering.Layers;

/// <summary>Stand-alone activations.</summary>
internal sealed class ActivationLowering : ILayerLowering
{
    /// <summary>No: values are taken one after the other, so that what is read and what is written must lie alike.</summary>
    public bool ReadsUnpaddedRows => false;

    /// <inheritdoc/>
    public LayerPlan Lower(int number, LayerSpec layer, ValuePlan input, int parameterOffset) =>
        new ActivationLayerPlan(number, (ActivationLayerSpec)layer, input, ValuePlan.Padded(layer.Output));
}
