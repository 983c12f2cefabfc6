using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Signal.Rules;

/// <summary>
/// Declarations with one thing changed, as a user could write them: what is declared once, such as a layer of a repeated block, changes everywhere alike. Where a
/// change cannot be written, the network comes back as it was.
/// </summary>
internal static class NetworkEdits
{
    /// <summary>The network with a step changed or, where the change gives null, without it.</summary>
    /// <param name="network">As declared.</param>
    /// <param name="index">Which of its steps.</param>
    /// <param name="change">Gets the step, and every other one of the same declaration.</param>
    public static NetworkSpec WithStep(this NetworkSpec network, int index, Func<LayerSpec, LayerSpec?> change)
    {
        var places = DeclaredPlaces.Of(network);
        var layers = LayerTree.Change(network.Layers, (step, layer) => places[step] == places[index] ? change(layer) : layer);
        return layers.Length > 0 && HaveBodies(network.Layers, layers) ? network with { Layers = layers } : network;
    }

    /// <summary>The network with the weights of a step changed; as it was where the step has none of its own to declare.</summary>
    public static NetworkSpec WithWeighted(this NetworkSpec network, int index, Func<WeightedLayerSpec, WeightedLayerSpec> change) =>
        network.WithStep(index, layer => layer is WeightedLayerSpec weighted ? change(weighted) : layer);

    /// <summary>The network with every layer with weights changed.</summary>
    public static NetworkSpec WithEachWeighted(this NetworkSpec network, Func<WeightedLayerSpec, WeightedLayerSpec> change) =>
        network with { Layers = LayerTree.Change(network.Layers, (_, layer) => layer is WeightedLayerSpec weighted ? change(weighted) : layer) };

    /// <summary>The network without a step that keeps its values' shape.</summary>
    public static NetworkSpec Without(this NetworkSpec network, int index) => network.WithStep(index, static _ => null);

    /// <summary>
    /// The network with a step behind the one that follows it, both of which keep their values' shape; as it was where they are not layers of the network itself
    /// or nothing comes behind them.
    /// </summary>
    public static NetworkSpec Moved(this NetworkSpec network, int index)
    {
        var (step, next) = (network.Steps[index], network.Steps[index + 1]);
        var place = network.Layers.Items.IndexOf(step);
        if (place < 0 || place + 2 >= network.Layers.Count || network.Layers[place + 1] != next)
        {
            return network;
        }

        // A name of its own says that the layer is declared anew.
        var moved = step with { Name = step.Name + "Moved" };
        return network with { Layers = network.Layers.Items.RemoveAt(place).Insert(place + 1, moved) };
    }

    /// <summary>
    /// The network with other widths in its layers with weights before <paramref name="last"/>, and shapes that follow; as it was where branches have to fit
    /// each other, or a layer changes its values' shape in a way of its own.
    /// </summary>
    public static NetworkSpec WithUnits(this NetworkSpec network, int last, Func<int, int> change)
    {
        var layers = ImmutableArray.CreateBuilder<LayerSpec>(network.Layers.Count);
        var shape = network.Input.Shape;
        for (var index = 0; index < network.Layers.Count; index++)
        {
            var layer = network.Layers[index];
            if (layer.Body.Count > 0 || (layer is not WeightedLayerSpec && layer.Input != layer.Output))
            {
                return network;
            }

            layers.Add(layer is WeightedLayerSpec weighted
                ? weighted.Resized(shape, index < last ? change(weighted.Output.Last) : weighted.Output.Last)
                : layer with { Input = shape, Output = shape });
            shape = layers[index].Output;
        }

        return network with { Layers = layers.MoveToImmutable() };
    }

    /// <summary>The layer with weights that start so, and biases that do not stand in their way: those that nobody declared follow the weights.</summary>
    public static WeightedLayerSpec WithWeights(this WeightedLayerSpec layer, InitializerSpec weights) => layer with
    {
        Weights = weights,
        Bias = layer.Bias is { Kind: InitializerKind.CentredLogistic } or { IsDefault: true } ? InitializerSpec.Zeros : layer.Bias,
    };

    /// <summary>The layer with another activation and, where the declaration names no initializer, what then is the default.</summary>
    public static WeightedLayerSpec WithActivation(this WeightedLayerSpec layer, ActivationKind kind)
    {
        var changed = layer with { Activation = new(kind, kind == ActivationKind.LeakyRelu ? 0.01 : kind == ActivationKind.Elu ? 1 : 0) };
        return layer.Weights.IsDefault ? changed with { Weights = Matched(kind) } : changed;
    }

    /// <summary>The initializer that a layer has where its declaration names none.</summary>
    public static InitializerSpec Matched(ActivationKind kind) => new(InitializerTraits.DefaultFor(kind), IsDefault: true);

    /// <summary>Whether no layer has lost all the layers inside it.</summary>
    private static bool HaveBodies(EquatableArray<LayerSpec> before, EquatableArray<LayerSpec> after) =>
        Branches(before) == Branches(after);

    private static int Branches(EquatableArray<LayerSpec> layers) => layers.Sum(static layer => layer.Body.Count == 0 ? 0 : 1 + Branches(layer.Body));
}
