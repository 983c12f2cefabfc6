using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering.Kinds;

/// <summary>All axes joined into one.</summary>
internal sealed class FlattenLowering : LayerLowering
{
    /// <inheritdoc/>
    public override string Kind => "Flatten";

    /// <inheritdoc/>
    public override Value Lower(LayerSpec layer, int number, Value x, Value inside, GraphBuilder graph) =>
        graph.Append(new Reshape(number, x, GraphBuilder.PerSample("a", number, layer.Output)));
}
