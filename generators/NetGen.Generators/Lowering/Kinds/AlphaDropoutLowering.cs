using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering.Kinds;

/// <summary>Alpha dropout: a dropped value becomes SELU's lower bound, then a x + b keeps mean 0 and variance 1 (Klambauer et al. 2017, section "New dropout technique").</summary>
internal sealed class AlphaDropoutLowering : LayerLowering
{
    // -scale * alpha of SELU.
    private const double LowerBound = -1.7580993408473766;

    /// <inheritdoc/>
    public override string Kind => "AlphaDropout";

    /// <inheritdoc/>
    public override Value Lower(LayerSpec layer, int number, Value x, Value inside, GraphBuilder graph)
    {
        var rate = ((AlphaDropoutSpec)layer).Rate;
        var scale = 1 / Math.Sqrt((1 - rate) * (1 + (rate * LowerBound * LowerBound)));
        var shift = -scale * LowerBound * rate;
        return graph.Append(new Mask(
            number,
            x,
            GraphBuilder.PerSample("a", number, x.Shape),
            GraphBuilder.PerSample("mask", number, x.Shape, ValueRole.Mask),
            rate,
            scale,
            shift,
            (scale * LowerBound) + shift));
    }
}
