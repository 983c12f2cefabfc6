using System.Collections.Immutable;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering.Layers;

/// <summary>Dense layers: weights stored [inputs][units], so that one input's weights to all units are neighbours, then the biases.</summary>
internal sealed class DenseLowering : ILayerLowering
{
    /// <inheritdoc/>
    public bool ReadsUnpaddedRows => true;

    /// <inheritdoc/>
    public LayerPlan Lower(int number, LayerSpec layer, ValuePlan input, int parameterOffset)
    {
        var dense = (DenseSpec)layer;
        var weights = new TensorPlan($"{dense.Name}.weight", $"W{number}", ImmutableArray.Create(dense.Units, input.Size), parameterOffset, IsTransposed: true);
        var bias = dense.Bias is null
            ? null
            : new TensorPlan($"{dense.Name}.bias", $"b{number}", ImmutableArray.Create(dense.Units), parameterOffset + weights.Length, IsTransposed: false);
        return new DensePlan(number, dense, input, ValuePlan.Padded(dense.Output), weights, bias);
    }
}
