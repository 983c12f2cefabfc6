using System.Collections.Immutable;
using NetGen.Generators.Emit.Layers;
using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators;

/// <summary>The kinds of layers that become code.</summary>
internal static class LayerKinds
{
    /// <summary>The registrations.</summary>
    public static ImmutableArray<LayerKind> All { get; } =
    [
        new("Dense", new DenseLowering(), new DenseEmitter()),
        new("Activation", new ActivationLowering(), new ActivationLayerEmitter()),
    ];

    /// <summary>Whether every layer of a network becomes code: its kind is registered and reads what the layer receives as one row.</summary>
    public static bool Cover(NetworkSpec network) => network.Layers.All(static layer =>
        All.Any(kind => kind.Name == layer.Kind) && !(layer.IsPositionwise && layer.Input.Rank > 1));

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
