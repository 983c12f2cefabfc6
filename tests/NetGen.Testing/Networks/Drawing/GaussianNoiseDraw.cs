using CsCheck;
using NetGen.Generators.Model.Layers;

namespace NetGen.Testing.Networks.Drawing;

/// <summary>Noise.</summary>
internal sealed record GaussianNoiseDraw(bool IsNamed, double Deviation) : LayerDraw(IsNamed)
{
    /// <summary>Draws one.</summary>
    public static Gen<LayerDraw> Draw { get; } =
        Gen.Select(ValueDraws.IsNamed, ValueDraws.Deviation, static (isNamed, deviation) => (LayerDraw)new GaussianNoiseDraw(isNamed, deviation));

    /// <inheritdoc/>
    public override void AddTo(LayerSequence layers, int units, int leastUnits) =>
        layers.Add(new GaussianNoiseSpec(layers.Scope.Next("GaussianNoise", IsNamed), layers.Shape, Deviation));
}
