namespace NetGen.Generators.Signal.Initializers;

/// <summary>How the parameters of one layer start.</summary>
/// <param name="LayerIndex">Which of the network's steps; the residual block's own for its projection.</param>
/// <param name="Weights">Its weights.</param>
/// <param name="Bias">Its biases, null where it has none.</param>
internal sealed record ResolvedParameters(int LayerIndex, ResolvedInitializer Weights, ResolvedInitializer? Bias);
