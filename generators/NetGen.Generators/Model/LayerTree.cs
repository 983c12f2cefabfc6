using System.Collections.Immutable;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Model;

/// <summary>Walks over the tree of a network's layers.</summary>
internal static class LayerTree
{
    /// <summary>The layers that compute something, in the order of the forward pass: those inside a layer before the layer itself.</summary>
    public static IEnumerable<LayerSpec> Steps(EquatableArray<LayerSpec> layers)
    {
        foreach (var layer in layers)
        {
            foreach (var inner in Steps(layer.Body))
            {
                yield return inner;
            }

            if (layer.IsStep)
            {
                yield return layer;
            }
        }
    }

    /// <summary>The same tree with each step changed or, where the change gives null, left out. Shapes are the caller's to keep fitting.</summary>
    /// <param name="layers">The tree.</param>
    /// <param name="change">Gets the step's index in <see cref="Steps"/> and the step, a residual block with its layers changed already.</param>
    public static ImmutableArray<LayerSpec> Change(EquatableArray<LayerSpec> layers, Func<int, LayerSpec, LayerSpec?> change)
    {
        var index = 0;
        return Change(layers, change, ref index);
    }

    /// <summary>The same layers where the first of them receives another shape. Whether shapes still fit at the additions is the caller's to see to.</summary>
    public static ImmutableArray<LayerSpec> WithInput(EquatableArray<LayerSpec> layers, Shape input)
    {
        var changed = ImmutableArray.CreateBuilder<LayerSpec>(layers.Count);
        foreach (var layer in layers)
        {
            var now = layer.WithInput(input);
            changed.Add(now);
            input = now.Output;
        }

        return changed.MoveToImmutable();
    }

    private static ImmutableArray<LayerSpec> Change(EquatableArray<LayerSpec> layers, Func<int, LayerSpec, LayerSpec?> change, ref int index)
    {
        var changed = ImmutableArray.CreateBuilder<LayerSpec>(layers.Count);
        foreach (var layer in layers)
        {
            var now = layer.Body.Count == 0 ? layer : layer with { Body = Change(layer.Body, change, ref index) };
            if (!layer.IsStep)
            {
                changed.Add(now);
            }
            else if (change(index++, now) is { } step)
            {
                changed.Add(step);
            }
        }

        return changed.ToImmutable();
    }
}
