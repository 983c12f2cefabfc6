namespace NetGen.Generators.Model.Layers;

/// <summary>Adds normal noise in training; in prediction nothing changes.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">What it receives and gives.</param>
/// <param name="StandardDeviation">Of the noise, not negative.</param>
internal sealed record GaussianNoiseSpec(string Name, Shape Input, double StandardDeviation) : LayerSpec(Name, Input, Input)
{
    /// <inheritdoc/>
    public override string Kind => "GaussianNoise";

    /// <inheritdoc/>
    public override double Setting => StandardDeviation;
}
