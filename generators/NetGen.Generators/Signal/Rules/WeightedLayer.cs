using NetGen.Generators.Model;

namespace NetGen.Generators.Signal.Rules;

/// <summary>What is declared of a sum over weights: a layer's own, or the projection of a residual block.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Weights">How the weights start.</param>
/// <param name="Bias">How the biases start; null for a layer without biases.</param>
/// <param name="FanIn">n_in.</param>
/// <param name="FanOut">n_out.</param>
/// <param name="Units">The extent of the last axis of what it gives.</param>
internal sealed record WeightedLayer(string Name, InitializerSpec Weights, InitializerSpec? Bias, long FanIn, long FanOut, int Units);
