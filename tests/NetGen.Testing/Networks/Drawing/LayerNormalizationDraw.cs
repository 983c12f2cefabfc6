using CsCheck;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Networks.Drawing;

/// <summary>Layer normalization.</summary>
internal sealed record LayerNormalizationDraw(bool IsNamed, double Epsilon) : LayerDraw(IsNamed)
{
    /// <summary>Draws one.</summary>
    public static Gen<LayerDraw> Draw { get; } =
        Gen.Select(ValueDraws.IsNamed, ValueDraws.Epsilon, static (isNamed, epsilon) => (LayerDraw)new LayerNormalizationDraw(isNamed, epsilon));

    /// <inheritdoc/>
    public override void AddTo(LayerSequence layers, int units, int leastUnits) =>
        layers.Add(new LayerNormalizationSpec(layers.Scope.Next("LayerNormalization", IsNamed), layers.Shape, Epsilon));
}
