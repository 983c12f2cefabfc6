namespace NetGen.Probing;

/// <summary>One layer of a forward pass.</summary>
/// <param name="Number">The layer's number, from 1.</param>
/// <param name="Weights">Its matrix, null where it has none.</param>
/// <param name="PreActivations">z, [samples][outputs].</param>
/// <param name="Activations">a = phi(z), the same shape.</param>
internal sealed record LayerStep(int Number, TensorInfo? Weights, float[] PreActivations, float[] Activations);
