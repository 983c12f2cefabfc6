using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering.Kinds;

/// <summary>The end of a residual block: what the layers inside give, plus what the block received, projected where that is declared.</summary>
internal sealed class ResidualLowering : LayerLowering
{
    /// <inheritdoc/>
    public override string Kind => "Residual";

    /// <inheritdoc/>
    public override Value Lower(LayerSpec layer, int number, Value x, Value inside, GraphBuilder graph)
    {
        var around = ((ResidualSpec)layer).Projection is { } projection ? DenseLowering.Product(projection, number, x, "z", graph) : x;
        return graph.Append(new Addition(number, inside, around, GraphBuilder.PerSample("a", number, layer.Output)));
    }
}
