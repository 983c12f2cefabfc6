namespace NetGen.Testing.Interpretation;

/// <summary>How near the pre-activations of one layer come to a place where the activation's derivative jumps.</summary>
/// <param name="Z">[samples][outputs], the pre-activations.</param>
/// <param name="Margin">The distance of the nearest one over the largest magnitude; infinite where the function has no kink.</param>
internal sealed record KinkDistance(double[] Z, double Margin);
