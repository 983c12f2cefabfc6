namespace NetGen;

/// <summary>
/// An activation function of one's own, used by type: <c>[Dense&lt;MyActivation&gt;(50)]</c>. Emitted code calls both methods directly, so that the
/// JIT can inline them.
/// </summary>
public interface IActivation
{
    /// <summary>phi(z) of one pre-activation.</summary>
    /// <param name="z">The pre-activation.</param>
    static abstract float Apply(float z);

    /// <summary>phi'(z), the derivative of <see cref="Apply"/> at the same pre-activation.</summary>
    /// <param name="z">The pre-activation.</param>
    static abstract float Derivative(float z);
}
