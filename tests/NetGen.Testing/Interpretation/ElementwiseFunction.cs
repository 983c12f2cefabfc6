namespace NetGen.Testing.Interpretation;

/// <summary>A function of one number with its derivative.</summary>
/// <param name="Apply">phi(z).</param>
/// <param name="Derivative">phi'(z), at a kink the side PyTorch takes.</param>
/// <param name="Kinks">Where the derivative jumps, so that single precision may land on the other side.</param>
internal sealed record ElementwiseFunction(Func<double, double> Apply, Func<double, double> Derivative, params double[] Kinks);
