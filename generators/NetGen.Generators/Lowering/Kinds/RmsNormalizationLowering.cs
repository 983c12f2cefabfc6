using System.Collections.Immutable;
using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering.Kinds;

/// <summary>Root-mean-square normalization.</summary>
internal sealed class RmsNormalizationLowering : LayerLowering
{
    /// <inheritdoc/>
    public override string Kind => "RmsNormalization";

    /// <inheritdoc/>
    public override Value Lower(LayerSpec layer, int number, Value x, Value inside, GraphBuilder graph) => graph.Append(new RowNormalization(
        number,
        x,
        NormalizationTensors.Gamma(layer, number),
        Beta: null,
        GraphBuilder.PerSample("a", number, x.Shape),
        GraphBuilder.PerSample("statistics", number, new Shape(ImmutableArray.Create(x.Positions, 1)), ValueRole.Saved),
        ((RmsNormalizationSpec)layer).Epsilon));
}
