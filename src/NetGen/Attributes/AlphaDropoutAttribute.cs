namespace NetGen;

/// <summary>
/// Dropout for <see cref="Activation.Selu"/> (Klambauer et al. 2017, "Self-Normalizing Neural Networks", section 3). In training each value becomes SELU's lower
/// bound <c>s = -1.7580993</c> with probability <see cref="Rate"/>, and an affine map restores mean 0 and variance 1: <c>y = a (m x + (1 - m) s) + b</c> with
/// <c>m ~ Bernoulli(1 - Rate)</c>, <c>a = ((1 - Rate) (1 + Rate s^2))^(-1/2)</c> and <c>b = -a Rate s</c>. In prediction the layer does nothing.
/// </summary>
/// <remarks>
/// <para>
/// What is dropped follows from the network's seed, the number of the training step, the sample's index in the batch, the layer's number and the element
/// alone: never from the number of threads. The rate is rounded to a multiple of 1/65,536.
/// </para>
/// <para>Input and output have the same shape, of any rank; each value is dropped by itself. The layer has no parameters.</para>
/// <example>
/// <code>
/// [NeuralNetwork]
/// [Input(64, Mean = 0, StandardDeviation = 1)]
/// [Dense(100, Activation.Selu)]
/// [AlphaDropout(0.1)]
/// [Dense(10)]
/// [Loss(Loss.SoftmaxCrossEntropy)]
/// public sealed partial class DigitNet;
/// </code>
/// </example>
/// </remarks>
/// <param name="rate">The probability of being dropped: at least 0 and below 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AlphaDropoutAttribute(double rate) : Attribute
{
    /// <summary>The probability of being dropped: at least 0 and below 1.</summary>
    public double Rate { get; } = rate;

    /// <summary>The layer's name; <c>AlphaDropout1</c>, <c>AlphaDropout2</c>, ... unless set.</summary>
    public string? Name { get; set; }
}
