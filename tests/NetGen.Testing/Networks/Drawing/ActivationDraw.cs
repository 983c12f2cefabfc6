using CsCheck;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Networks.Drawing;

/// <summary>An activation as a layer.</summary>
internal sealed record ActivationDraw(bool IsNamed, ActivationSpec Activation) : LayerDraw(IsNamed)
{
    /// <summary>Draws one.</summary>
    public static Gen<LayerDraw> Draw { get; } =
        Gen.Select(ValueDraws.IsNamed, ValueDraws.Activation, static (isNamed, activation) => (LayerDraw)new ActivationDraw(isNamed, activation));

    /// <inheritdoc/>
    public override bool KeepsSignalKnown => true;

    /// <inheritdoc/>
    public override void AddTo(LayerSequence layers, int units, int leastUnits) =>
        layers.Add(new ActivationLayerSpec(layers.Scope.Next("Activation", IsNamed), layers.Shape, Activation));
}
