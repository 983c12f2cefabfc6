namespace NetGen.Generators.Model.Layers;

/// <summary>Joins all axes into one; the values keep their order.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">What it receives.</param>
internal sealed record FlattenSpec(string Name, Shape Input) : LayerSpec(Name, Input, Shape.Of(checked((int)Input.Size)))
{
    /// <inheritdoc/>
    public override string Kind => "Flatten";

    /// <inheritdoc/>
    public override LayerSpec WithInput(Shape input) => new FlattenSpec(Name, input);
}
