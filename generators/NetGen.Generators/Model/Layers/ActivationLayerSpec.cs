namespace NetGen.Generators.Model.Layers;

/// <summary>A layer that applies an activation function and has no parameters.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">What it receives and, changed value by value, gives.</param>
/// <param name="Activation">The function.</param>
internal sealed record ActivationLayerSpec(string Name, Shape Input, ActivationSpec Activation) : LayerSpec(Name, Input, Input)
{
    /// <inheritdoc/>
    public override string Kind => "Activation";

    /// <inheritdoc/>
    public override ActivationSpec Activation { get; init; } = Activation;
}
