namespace NetGen;

/// <summary>
/// A loss of one's own, used by type: <c>[Loss&lt;MyLoss&gt;]</c>. It is given for one output and its target; the network's loss is the mean over samples
/// and outputs. Targets are <see cref="float"/>, OutputSize a sample.
/// </summary>
public interface ILoss
{
    /// <summary>The loss of one output against its target.</summary>
    /// <param name="output">What the last layer gave.</param>
    /// <param name="target">What it should have given.</param>
    static abstract float Apply(float output, float target);

    /// <summary>The derivative of <see cref="Apply"/> by the output.</summary>
    /// <param name="output">What the last layer gave.</param>
    /// <param name="target">What it should have given.</param>
    static abstract float Derivative(float output, float target);
}
