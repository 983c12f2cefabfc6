namespace NetGen.Testing.Interpretation;

/// <summary>What the interpreter computed for a batch.</summary>
/// <param name="Outputs">[samples][outputs].</param>
/// <param name="Loss">The mean loss.</param>
/// <param name="Gradients">By tensor name, in the visible layout.</param>
/// <param name="InputGradients">[samples][inputs], by the values as they were passed in.</param>
/// <param name="KinkMargin">
/// The smallest relative distance of any number to a place where a derivative jumps; comparing gradients with single precision makes sense only where it
/// is above single precision's error.
/// </param>
internal sealed record InterpretedPass(
    double[] Outputs,
    double Loss,
    IReadOnlyDictionary<string, double[]> Gradients,
    double[] InputGradients,
    double KinkMargin);
