namespace NetGen.Probing;

/// <summary>One layer of a forward pass.</summary>
/// <param name="Index">Which of the network's layers.</param>
/// <param name="Weights">Its matrix, null where it has none.</param>
/// <param name="PreActivations">z, [samples][outputs].</param>
/// <param name="Activations">a = phi(z), the same shape.</param>
internal sealed record LayerStep(int Index, TensorInfo? Weights, float[] PreActivations, float[] Activations);
