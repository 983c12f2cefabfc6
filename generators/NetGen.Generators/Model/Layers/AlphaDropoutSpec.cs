namespace NetGen.Generators.Model.Layers;

/// <summary>
/// Dropout for SELU (Klambauer et al. 2017): a dropped value becomes SELU's lower bound, and an affine map restores mean 0 and variance 1. Training only.
/// </summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">What it receives and gives.</param>
/// <param name="Rate">The probability of being dropped, at least 0 and below 1.</param>
internal sealed record AlphaDropoutSpec(string Name, Shape Input, double Rate) : LayerSpec(Name, Input, Input)
{
    /// <inheritdoc/>
    public override string Kind => "AlphaDropout";

    /// <inheritdoc/>
    public override double Setting => Rate;
}
