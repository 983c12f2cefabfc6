using System.Collections.Immutable;
using NetGen.Generators.Emit.Layers;
using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Parsing.Layers;

namespace NetGen.Generators;

/// <summary>Every kind of layer there is. A new kind is its attribute, spec, parser, lowering and emitter, and one line here.</summary>
internal static class LayerKinds
{
    /// <summary>The registrations.</summary>
    public static ImmutableArray<LayerKind> All { get; } =
    [
        new("Dense", ["NetGen.DenseAttribute", "NetGen.DenseAttribute`1"], new DenseParser(), new DenseLowering(), new DenseEmitter()),
        new("Activation", ["NetGen.ActivationAttribute", "NetGen.ActivationAttribute`1"], new ActivationLayerParser(), new ActivationLowering(), new ActivationLayerEmitter()),
    ];

    /// <summary>The kind of a layer.</summary>
    public static LayerKind Of(LayerSpec layer)
    {
        foreach (var kind in All)
        {
            if (kind.Name == layer.Kind)
            {
                return kind;
            }
        }

        throw new InvalidOperationException($"No layer kind is registered under the name '{layer.Kind}': add its line to LayerKinds.All.");
    }
}
