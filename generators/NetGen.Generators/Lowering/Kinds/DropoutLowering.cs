using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering.Kinds;

/// <summary>Dropout: what stays is divided by the probability of staying.</summary>
internal sealed class DropoutLowering : LayerLowering
{
    /// <inheritdoc/>
    public override string Kind => "Dropout";

    /// <inheritdoc/>
    public override Value Lower(LayerSpec layer, int number, Value x, Value inside, GraphBuilder graph)
    {
        var rate = ((DropoutSpec)layer).Rate;
        return graph.Append(new Mask(
            number, x, GraphBuilder.PerSample("a", number, x.Shape), GraphBuilder.PerSample("mask", number, x.Shape, ValueRole.Mask), rate, 1 / (1 - rate), 0, 0));
    }
}
