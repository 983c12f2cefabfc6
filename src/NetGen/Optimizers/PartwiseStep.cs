namespace NetGen.Optimizers;

/// <summary>A whole step of an optimizer that could take it part by part.</summary>
internal static class PartwiseStep
{
    /// <summary>Updates all parameters at once.</summary>
    /// <typeparam name="TOptimizer">The optimizer.</typeparam>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="parameters">All parameters.</param>
    /// <param name="gradients">All gradients.</param>
    public static void Run<TOptimizer>(TOptimizer optimizer, Span<float> parameters, ReadOnlySpan<float> gradients)
        where TOptimizer : Optimizer, IPartwiseOptimizer
    {
        optimizer.Begin(parameters.Length, gradients.Length);
        optimizer.Update(parameters, gradients, start: 0);
    }
}
