namespace NetGen.Testing.Comparison;

/// <summary>How far one of the things that emitted code computes is from the interpreter's.</summary>
/// <param name="What">Outputs, a loss, or a gradient by its tensor's name.</param>
/// <param name="Relative">The largest difference over the largest magnitude; infinite where NaN or infinities stand elsewhere or a rule is broken.</param>
internal sealed record Deviation(string What, double Relative);
