namespace NetGen.Optimizers;

/// <summary>
/// An optimizer that updates each parameter from its own gradient and what it remembers of it alone, so that parts of the buffers can be updated one after
/// another or by several threads at once, to the same bits.
/// </summary>
internal interface IPartwiseOptimizer
{
    /// <summary>Checks the lengths, counts a step and computes its scalars: what comes once, before any part.</summary>
    /// <param name="parameters">The number of all parameters.</param>
    /// <param name="gradients">The number of all gradients.</param>
    void Begin(int parameters, int gradients);

    /// <summary>Updates a part. Safe to call from several threads for parts that do not overlap.</summary>
    /// <param name="parameters">The part's parameters.</param>
    /// <param name="gradients">Their gradients; the same length.</param>
    /// <param name="start">Where the part begins among all parameters.</param>
    void Update(Span<float> parameters, ReadOnlySpan<float> gradients, int start);
}
