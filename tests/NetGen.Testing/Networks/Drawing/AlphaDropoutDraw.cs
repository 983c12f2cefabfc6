using CsCheck;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Networks.Drawing;

/// <summary>Alpha dropout.</summary>
internal sealed record AlphaDropoutDraw(bool IsNamed, double Rate) : LayerDraw(IsNamed)
{
    /// <summary>Draws one.</summary>
    public static Gen<LayerDraw> Draw { get; } = Gen.Select(ValueDraws.IsNamed, ValueDraws.Rate, static (isNamed, rate) => (LayerDraw)new AlphaDropoutDraw(isNamed, rate));

    /// <inheritdoc/>
    public override void AddTo(LayerSequence layers, int units, int leastUnits) =>
        layers.Add(new AlphaDropoutSpec(layers.Scope.Next("AlphaDropout", IsNamed), layers.Shape, Rate));
}
