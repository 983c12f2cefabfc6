namespace NetGen.Generators.Model.Layers;

/// <summary>Inverted dropout: in training each value is 0 with a probability, or divided by the probability of staying; in prediction nothing changes.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">What it receives and gives.</param>
/// <param name="Rate">The probability of becoming 0, at least 0 and below 1.</param>
internal sealed record DropoutSpec(string Name, Shape Input, double Rate) : LayerSpec(Name, Input, Input)
{
    /// <inheritdoc/>
    public override string Kind => "Dropout";

    /// <inheritdoc/>
    public override double Setting => Rate;
}
