using NetGen.Generators.Graph;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Signal.Rules;

/// <summary>A step that drops values at random.</summary>
/// <param name="LayerIndex">Which of the network's steps.</param>
/// <param name="Mask">What it does.</param>
/// <param name="Result">What it gives.</param>
internal sealed record MaskedStep(int LayerIndex, SignalEffect.Dropping Mask, Value Result)
{
    /// <summary>Whether dropped values become 0 and the others are scaled up: alpha dropout keeps mean and variance instead.</summary>
    public bool IsPlain => Mask is { Shift: 0, Dropped: 0 };

    /// <summary>The declaration of a layer of the same kind in the place of another, with a rate of its own.</summary>
    public LayerSpec Of(LayerSpec layer, double rate) =>
        IsPlain ? new DropoutSpec(layer.Name, layer.Input, rate) : new AlphaDropoutSpec(layer.Name, layer.Input, rate);
}
