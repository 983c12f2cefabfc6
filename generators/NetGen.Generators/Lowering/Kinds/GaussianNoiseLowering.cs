using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering.Kinds;

/// <summary>Normal noise, added in training.</summary>
internal sealed class GaussianNoiseLowering : LayerLowering
{
    /// <inheritdoc/>
    public override string Kind => "GaussianNoise";

    /// <inheritdoc/>
    public override Value Lower(LayerSpec layer, int number, Value x, Value inside, GraphBuilder graph) =>
        graph.Append(new Noise(number, x, GraphBuilder.PerSample("a", number, x.Shape), ((GaussianNoiseSpec)layer).StandardDeviation));
}
