using System.Globalization;

namespace NetGen.Generators.Model.Layers;

/// <summary>Root-mean-square normalization (Zhang and Sennrich 2019) over the last axis: y = gamma x / sqrt(mean of x^2 + epsilon).</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">What it receives and gives.</param>
/// <param name="Epsilon">Added to the mean square.</param>
internal sealed record RmsNormalizationSpec(string Name, Shape Input, double Epsilon = 1e-5) : LayerSpec(Name, Input, Input)
{
    /// <inheritdoc/>
    public override string Kind => "RmsNormalization";

    /// <inheritdoc/>
    public override double Setting => Epsilon;

    /// <inheritdoc/>
    public override LayerView View => LayerView.Normalization;

    /// <inheritdoc/>
    public override string Settings => "epsilon " + Epsilon.ToString("G9", CultureInfo.InvariantCulture);
}
