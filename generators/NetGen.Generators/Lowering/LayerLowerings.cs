using NetGen.Generators.Lowering.Kinds;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering;

/// <summary>Every kind of layer's lowering.</summary>
internal static class LayerLowerings
{
    private static readonly Dictionary<string, LayerLowering> s_kinds = new LayerLowering[]
    {
        new DenseLowering(),
        new ActivationLowering(),
        new DropoutLowering(),
        new AlphaDropoutLowering(),
        new GaussianNoiseLowering(),
        new BatchNormalizationLowering(),
        new LayerNormalizationLowering(),
        new RmsNormalizationLowering(),
        new FlattenLowering(),
        new ResidualLowering(),
    }.ToDictionary(static lowering => lowering.Kind, StringComparer.Ordinal);

    /// <summary>The lowering of a layer.</summary>
    public static LayerLowering Of(LayerSpec layer) => s_kinds.TryGetValue(layer.Kind, out var lowering)
        ? lowering
        : throw new InvalidOperationException($"No lowering is registered for layers of the kind '{layer.Kind}': add its line to LayerLowerings.");
}
