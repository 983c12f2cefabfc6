using NetGen.Generators.Model;

namespace NetGen.Generators.Graph;

/// <summary>
/// What an operation does to the distribution of a signal, for the analysis to read. The set is closed: an operation without an effect among these cannot be
/// written.
/// </summary>
internal abstract record SignalEffect
{
    private SignalEffect()
    {
    }

    /// <summary>Sums over weights: y = x W + b.</summary>
    /// <param name="X">What is summed.</param>
    /// <param name="Weights">W, with its initializer and fans.</param>
    /// <param name="Bias">b; null for none.</param>
    internal sealed record Product(Value X, Value Weights, Value? Bias) : SignalEffect;

    /// <summary>A function of each value.</summary>
    /// <param name="X">The values.</param>
    /// <param name="Function">The function; softmax mixes the values of a row instead.</param>
    internal sealed record Map(Value X, ActivationSpec Function) : SignalEffect;

    /// <summary>Adds two signals.</summary>
    /// <param name="A">One.</param>
    /// <param name="B">The other.</param>
    internal sealed record Sum(Value A, Value B) : SignalEffect;

    /// <summary>Brings values to a mean square of 1, and to mean 0 where it is centred, then times gamma plus beta.</summary>
    /// <param name="X">The values.</param>
    /// <param name="Gamma">What normalized values are multiplied by, with its initializer.</param>
    /// <param name="Beta">What is added then; null for nothing.</param>
    /// <param name="Epsilon">What is added to the mean square that is divided by.</param>
    /// <param name="IsCentred">Whether the mean is taken away.</param>
    /// <param name="IsOverBatch">Whether the statistics are those of a unit over the batch; otherwise those of a row over its units.</param>
    internal sealed record Normalization(Value X, Value Gamma, Value? Beta, double Epsilon, bool IsCentred, bool IsOverBatch) : SignalEffect;

    /// <summary>In training, drops values at random; those that stay become scale x + shift, the others <c>Dropped</c>.</summary>
    /// <param name="X">The values.</param>
    /// <param name="Rate">The share that is dropped.</param>
    /// <param name="Scale">The factor on what stays.</param>
    /// <param name="Shift">What is added to what stays.</param>
    /// <param name="Dropped">What a dropped value becomes.</param>
    internal sealed record Dropping(Value X, double Rate, double Scale, double Shift, double Dropped) : SignalEffect;

    /// <summary>In training, adds independent noise of mean 0.</summary>
    /// <param name="X">The values.</param>
    /// <param name="Variance">Of the noise.</param>
    internal sealed record Noise(Value X, double Variance) : SignalEffect;

    /// <summary>The same values in another shape or place, times a factor and shifted: y = scale x + shift.</summary>
    /// <param name="X">The values.</param>
    /// <param name="Scale">The factor.</param>
    /// <param name="Shift">What is added.</param>
    internal sealed record Affine(Value X, double Scale = 1, double Shift = 0) : SignalEffect;
}
