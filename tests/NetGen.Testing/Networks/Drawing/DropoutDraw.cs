using CsCheck;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Networks.Drawing;

/// <summary>Dropout.</summary>
internal sealed record DropoutDraw(bool IsNamed, double Rate) : LayerDraw(IsNamed)
{
    /// <summary>Draws one.</summary>
    public static Gen<LayerDraw> Draw { get; } = Gen.Select(ValueDraws.IsNamed, ValueDraws.Rate, static (isNamed, rate) => (LayerDraw)new DropoutDraw(isNamed, rate));

    /// <inheritdoc/>
    public override void AddTo(LayerSequence layers, int units, int leastUnits) =>
        layers.Add(new DropoutSpec(layers.Scope.Next("Dropout", IsNamed), layers.Shape, Rate));
}
