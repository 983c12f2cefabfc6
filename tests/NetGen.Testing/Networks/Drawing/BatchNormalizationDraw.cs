using CsCheck;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Networks.Drawing;

/// <summary>Batch normalization.</summary>
internal sealed record BatchNormalizationDraw(bool IsNamed, double Momentum, double Epsilon) : LayerDraw(IsNamed)
{
    /// <summary>Draws one.</summary>
    public static Gen<LayerDraw> Draw { get; } = Gen.Select(
        ValueDraws.IsNamed, ValueDraws.Momentum, ValueDraws.Epsilon, static (isNamed, momentum, epsilon) => (LayerDraw)new BatchNormalizationDraw(isNamed, momentum, epsilon));

    /// <inheritdoc/>
    public override void AddTo(LayerSequence layers, int units, int leastUnits) =>
        layers.Add(new BatchNormalizationSpec(layers.Scope.Next("BatchNormalization", IsNamed), layers.Shape, Momentum, Epsilon));
}
