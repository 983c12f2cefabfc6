namespace NetGen.Testing.Interpretation;

/// <summary>One layer's numbers for a batch.</summary>
/// <param name="X">[samples][inputs], what it received.</param>
/// <param name="Z">[samples][outputs], the pre-activations.</param>
/// <param name="A">[samples][outputs], what it gave.</param>
/// <param name="KinkMargin">See <see cref="ActivationReading.KinkMargin"/>.</param>
internal sealed record LayerTrace(double[] X, double[] Z, double[] A, double KinkMargin);
