namespace NetGen.Probing;

/// <summary>One layer of a forward pass.</summary>
/// <param name="Number">The layer's number, from 1.</param>
/// <param name="Weights">Its matrix, null where it has none.</param>
/// <param name="PreActivations">
/// [samples][size]: z = x W + b of a layer with weights, the sum at the end of a residual block, what any other layer receives.
/// </param>
/// <param name="Activations">[samples][outputs], what the layer gives: phi(z), or what its kind makes of it.</param>
internal sealed record LayerStep(int Number, TensorInfo? Weights, float[] PreActivations, float[] Activations);
