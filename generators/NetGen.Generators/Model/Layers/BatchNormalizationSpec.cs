using System.Globalization;

namespace NetGen.Generators.Model.Layers;

/// <summary>
/// Batch normalization (Ioffe and Szegedy 2015) over the last axis: y = gamma (x - mean) / sqrt(variance + epsilon) + beta, with the statistics of the batch in
/// training and running ones in prediction.
/// </summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">What it receives and gives.</param>
/// <param name="Momentum">The share of the new statistics in the running ones, as in PyTorch.</param>
/// <param name="Epsilon">Added to the variance.</param>
internal sealed record BatchNormalizationSpec(string Name, Shape Input, double Momentum = 0.1, double Epsilon = 1e-5) : LayerSpec(Name, Input, Input)
{
    /// <inheritdoc/>
    public override string Kind => "BatchNormalization";

    /// <inheritdoc/>
    public override double Setting => Epsilon;

    /// <inheritdoc/>
    public override LayerView View => LayerView.Normalization;

    /// <inheritdoc/>
    public override string Settings => "epsilon " + Epsilon.ToString("G9", CultureInfo.InvariantCulture);
}
