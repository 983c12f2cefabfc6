using CsCheck;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Networks.Drawing;

/// <summary>Flatten.</summary>
internal sealed record FlattenDraw(bool IsNamed) : LayerDraw(IsNamed)
{
    /// <summary>Draws one.</summary>
    public static Gen<LayerDraw> Draw { get; } = ValueDraws.IsNamed.Select(static isNamed => (LayerDraw)new FlattenDraw(isNamed));

    /// <inheritdoc/>
    public override void AddTo(LayerSequence layers, int units, int leastUnits) =>
        layers.Add(new FlattenSpec(layers.Scope.Next("Flatten", IsNamed), layers.Shape));
}
