namespace NetGen.Testing.Interpretation;

/// <summary>What a layer gave for a batch, and its way back.</summary>
/// <param name="A">[samples][outputs], what it gave.</param>
/// <param name="Backward">dx from da; the gradients of the layer's tensors go to the pass.</param>
internal sealed record LayerTrace(double[] A, Func<double[], double[]> Backward);
