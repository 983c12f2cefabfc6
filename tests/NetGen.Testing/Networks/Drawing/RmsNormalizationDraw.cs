using CsCheck;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Networks.Drawing;

/// <summary>Root-mean-square normalization.</summary>
internal sealed record RmsNormalizationDraw(bool IsNamed, double Epsilon) : LayerDraw(IsNamed)
{
    /// <summary>Draws one.</summary>
    public static Gen<LayerDraw> Draw { get; } =
        Gen.Select(ValueDraws.IsNamed, ValueDraws.Epsilon, static (isNamed, epsilon) => (LayerDraw)new RmsNormalizationDraw(isNamed, epsilon));

    /// <inheritdoc/>
    public override void AddTo(LayerSequence layers, int units, int leastUnits) =>
        layers.Add(new RmsNormalizationSpec(layers.Scope.Next("RmsNormalization", IsNamed), layers.Shape, Epsilon));
}
