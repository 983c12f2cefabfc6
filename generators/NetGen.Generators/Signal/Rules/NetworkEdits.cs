using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Signal.Rules;

/// <summary>Declarations with one thing changed, as a user could write them.</summary>
internal static class NetworkEdits
{
    /// <summary>The network with another layer in a place.</summary>
    public static NetworkSpec WithLayer(this NetworkSpec network, int index, LayerSpec layer) =>
        network with { Layers = network.Layers.Items.SetItem(index, layer) };

    /// <summary>The network with every dense layer changed.</summary>
    public static NetworkSpec WithEachDense(this NetworkSpec network, Func<DenseSpec, DenseSpec> change) =>
        network with { Layers = network.Layers.Items.Select(layer => layer is DenseSpec dense ? change(dense) : layer).ToImmutableArray() };

    /// <summary>The network without a layer that keeps its values' shape.</summary>
    public static NetworkSpec Without(this NetworkSpec network, int index) => network with { Layers = network.Layers.Items.RemoveAt(index) };

    /// <summary>The network with other widths in its dense layers before <paramref name="last"/>, and shapes that follow.</summary>
    public static NetworkSpec WithUnits(this NetworkSpec network, int last, Func<int, int> change)
    {
        var layers = ImmutableArray.CreateBuilder<LayerSpec>(network.Layers.Count);
        var shape = network.Input.Shape;
        for (var index = 0; index < network.Layers.Count; index++)
        {
            LayerSpec layer = network.Layers[index] switch
            {
                DenseSpec dense => new DenseSpec(
                    dense.Name, shape, index < last ? change(dense.Units) : dense.Units, dense.Activation, dense.Weights, dense.Bias),
                var other => new ActivationLayerSpec(other.Name, shape, other.Activation),
            };
            layers.Add(layer);
            shape = layer.Output;
        }

        return network with { Layers = layers.MoveToImmutable() };
    }

    /// <summary>The layer with weights that start so, and biases that do not stand in their way: those that nobody declared follow the weights.</summary>
    public static DenseSpec WithWeights(this DenseSpec dense, InitializerSpec weights) => dense with
    {
        Weights = weights,
        Bias = dense.Bias is { Kind: InitializerKind.CentredLogistic } or { IsDefault: true } ? InitializerSpec.Zeros : dense.Bias,
    };

    /// <summary>The layer with another activation and, where the declaration names no initializer, what then is the default.</summary>
    public static DenseSpec WithActivation(this DenseSpec dense, ActivationKind kind)
    {
        var changed = dense with { Activation = new(kind, kind == ActivationKind.LeakyRelu ? 0.01 : kind == ActivationKind.Elu ? 1 : 0) };
        return dense.Weights.IsDefault ? changed with { Weights = Matched(kind) } : changed;
    }

    /// <summary>The initializer that a layer has where its declaration names none.</summary>
    public static InitializerSpec Matched(ActivationKind kind) => new(InitializerTraits.DefaultFor(kind), IsDefault: true);
}
