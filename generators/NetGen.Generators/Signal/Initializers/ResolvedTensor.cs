using NetGen.Generators.Graph;

namespace NetGen.Generators.Signal.Initializers;

/// <summary>How one tensor starts.</summary>
/// <param name="LayerIndex">Which of the network's steps.</param>
/// <param name="Tensor">The tensor.</param>
/// <param name="Start">Its initializer with fans and gain put in.</param>
internal sealed record ResolvedTensor(int LayerIndex, TensorSpec Tensor, ResolvedInitializer Start);
