namespace NetGen.Testing.Interpretation;

/// <summary>A loss of one output y against its target t, with its derivative by y.</summary>
/// <param name="Apply">l(y, t).</param>
/// <param name="Derivative">dl/dy (y, t).</param>
/// <param name="HasKink">Whether the derivative jumps where y = t.</param>
internal sealed record LossFunction(Func<double, double, double> Apply, Func<double, double, double> Derivative, bool HasKink = false);
