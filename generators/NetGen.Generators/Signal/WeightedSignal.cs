using NetGen.Generators.Graph;
using NetGen.Generators.Signal.Initializers;

namespace NetGen.Generators.Signal;

/// <summary>A sum over weights, and what is known of it.</summary>
/// <param name="LayerIndex">Which of the network's steps it belongs to.</param>
/// <param name="Product">What is summed, with the tensors.</param>
/// <param name="Result">The sum, before any activation.</param>
/// <param name="Incoming">What the layer receives.</param>
/// <param name="Outgoing">The sum's signal.</param>
/// <param name="Weights">How the weights start.</param>
/// <param name="Bias">How the biases start, null where there are none.</param>
internal sealed record WeightedSignal(
    int LayerIndex,
    SignalEffect.Product Product,
    Value Result,
    ValueSignal Incoming,
    ValueSignal Outgoing,
    ResolvedInitializer Weights,
    ResolvedInitializer? Bias)
{
    /// <summary>n_in.</summary>
    public long FanIn => Product.Weights.Tensor!.FanIn;

    /// <summary>n_out.</summary>
    public long FanOut => Product.Weights.Tensor!.FanOut;

    /// <summary>E[W^2].</summary>
    public double? Square => Weights.Variance + (Weights.Mean * Weights.Mean);

    /// <summary>In how many places of a sample the same weights are used: as many gradients are summed into one of a weight.</summary>
    public int Positions => Product.X.Positions;
}
