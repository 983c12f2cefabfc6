using System.Collections.Immutable;
using NetGen.Generators.Parsing.Layers;

namespace NetGen.Generators.Parsing;

/// <summary>Every kind of layer that can be declared.</summary>
internal static class LayerKinds
{
    /// <summary>The registrations.</summary>
    public static ImmutableArray<LayerKind> All { get; } =
    [
        new("Dense", ["NetGen.DenseAttribute", "NetGen.DenseAttribute`1"], new DenseParser()),
        new("Activation", ["NetGen.ActivationAttribute", "NetGen.ActivationAttribute`1"], new ActivationLayerParser()),
    ];
}
