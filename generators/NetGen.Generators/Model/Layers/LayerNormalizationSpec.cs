using System.Globalization;

namespace NetGen.Generators.Model.Layers;

/// <summary>
/// Layer normalization (Ba, Kiros and Hinton 2016) over the last axis: y = gamma (x - mean) / sqrt(variance + epsilon) + beta with the statistics of each sample.
/// </summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">What it receives and gives.</param>
/// <param name="Epsilon">Added to the variance.</param>
internal sealed record LayerNormalizationSpec(string Name, Shape Input, double Epsilon = 1e-5) : LayerSpec(Name, Input, Input)
{
    /// <inheritdoc/>
    public override string Kind => "LayerNormalization";

    /// <inheritdoc/>
    public override double Setting => Epsilon;

    /// <inheritdoc/>
    public override LayerView View => LayerView.Normalization;

    /// <inheritdoc/>
    public override string Settings => "epsilon " + Epsilon.ToString("G9", CultureInfo.InvariantCulture);
}
