using System.Collections.Immutable;
using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering.Kinds;

/// <summary>Batch normalization.</summary>
internal sealed class BatchNormalizationLowering : LayerLowering
{
    /// <inheritdoc/>
    public override string Kind => "BatchNormalization";

    /// <inheritdoc/>
    public override Value Lower(LayerSpec layer, int number, Value x, Value inside, GraphBuilder graph)
    {
        var spec = (BatchNormalizationSpec)layer;
        return graph.Append(new BatchNormalization(
            number,
            x,
            NormalizationTensors.Gamma(layer, number),
            NormalizationTensors.Beta(layer, number),
            NormalizationTensors.RunningMean(layer, number),
            NormalizationTensors.RunningVariance(layer, number),
            GraphBuilder.PerSample("a", number, x.Shape),
            GraphBuilder.PerBatch("statistics", number, new Shape(ImmutableArray.Create(2, x.Columns))),
            spec.Momentum,
            spec.Epsilon));
    }
}
