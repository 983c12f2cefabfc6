namespace NetGen;

/// <summary>
/// Inverted dropout (Srivastava et al. 2014, "Dropout: A Simple Way to Prevent Neural Networks from Overfitting"). In training each value becomes 0 with
/// probability <see cref="Rate"/> and is divided by <c>1 - Rate</c> otherwise, which keeps its mean: <c>y = m x / (1 - Rate)</c> with
/// <c>m ~ Bernoulli(1 - Rate)</c>. In prediction the layer does nothing, and emitted code carries nothing of it.
/// </summary>
/// <remarks>
/// <para>
/// What is dropped follows from the network's seed, the number of the training step, the sample's index in the batch, the layer's number and the element
/// alone: never from the number of threads. The rate is rounded to a multiple of 1/65,536.
/// </para>
/// <para>Input and output have the same shape, of any rank; each value is dropped by itself. The layer has no parameters.</para>
/// <example>
/// A hidden layer of which a fifth is dropped in training:
/// <code>
/// [NeuralNetwork]
/// [Input(64)]
/// [Dense(100, Activation.Relu)]
/// [Dropout(0.2)]
/// [Dense(10)]
/// [Loss(Loss.SoftmaxCrossEntropy)]
/// public sealed partial class DigitNet;
/// </code>
/// </example>
/// </remarks>
/// <param name="rate">The probability of becoming 0: at least 0 and below 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DropoutAttribute(double rate) : Attribute
{
    /// <summary>The probability of becoming 0: at least 0 and below 1.</summary>
    public double Rate { get; } = rate;

    /// <summary>The layer's name; <c>Dropout1</c>, <c>Dropout2</c>, ... unless set.</summary>
    public string? Name { get; set; }
}
