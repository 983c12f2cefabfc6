namespace NetGen.Benchmarks.Peers;

/// <summary>A dense layer as peers are told of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Inputs">What it receives a sample.</param>
/// <param name="Units">What it gives a sample.</param>
/// <param name="Weights">[units][inputs].</param>
/// <param name="Bias">[units], or null.</param>
/// <param name="Activation">The name of the activation function.</param>
internal sealed record PeerLayer(string Name, int Inputs, int Units, float[] Weights, float[]? Bias, string Activation);
