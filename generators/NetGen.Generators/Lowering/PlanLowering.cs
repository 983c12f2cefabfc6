using NetGen.Generators.Model.Layers;
using System.Collections.Immutable;
using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Model;

namespace NetGen.Generators.Lowering;

/// <summary>NetworkSpec to NetworkPlan.</summary>
internal static class PlanLowering
{
    /// <summary>Lays out parameters and values, layer by layer.</summary>
    public static NetworkPlan Lower(NetworkSpec spec, CancellationToken cancellationToken)
    {
        // The user's own rows are read in place; only where every value is rescaled first, or where the first layer needs rows laid out as its own,
        // does the network keep a copy, padded like all others.
        var copies = spec.Input.IsRescaled || !Of(spec.Layers[0]).ReadsUnpaddedRows;
        var input = copies
            ? ValuePlan.Padded(spec.Input.Shape)
            : new ValuePlan(spec.Input.Shape, checked((int)spec.Input.Shape.Size));

        var layers = ImmutableArray.CreateBuilder<LayerPlan>(spec.Layers.Count);
        var value = input;
        var offset = 0;
        foreach (var layer in spec.Layers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var plan = Of(layer).Lower(layers.Count + 1, layer, value, offset);
            layers.Add(plan);
            value = plan.Output;
            offset = checked(offset + plan.ParameterCount);
        }

        return new NetworkPlan(spec, input, copies, layers.ToImmutable());
    }

    private static ILayerLowering Of(LayerSpec layer) => layer is DenseSpec ? new Layers.DenseLowering() : new Layers.ActivationLowering();
}
