using System.Collections.Immutable;
using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering.Kinds;

/// <summary>Layer normalization.</summary>
internal sealed class LayerNormalizationLowering : LayerLowering
{
    /// <inheritdoc/>
    public override string Kind => "LayerNormalization";

    /// <inheritdoc/>
    public override Value Lower(LayerSpec layer, int number, Value x, Value inside, GraphBuilder graph) => graph.Append(new RowNormalization(
        number,
        x,
        NormalizationTensors.Gamma(layer, number),
        NormalizationTensors.Beta(layer, number),
        GraphBuilder.PerSample("a", number, x.Shape),
        GraphBuilder.PerSample("statistics", number, new Shape(ImmutableArray.Create(x.Positions, 2)), ValueRole.Saved),
        ((LayerNormalizationSpec)layer).Epsilon));
}
