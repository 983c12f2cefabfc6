namespace NetGen;

/// <summary>
/// Adds normal noise in training, <c>y = x + StandardDeviation z</c> with <c>z ~ N(0, 1)</c> (Bishop 1995, "Training with Noise is Equivalent to Tikhonov
/// Regularization"). In prediction the layer does nothing, and emitted code carries nothing of it.
/// </summary>
/// <remarks>
/// <para>
/// The noise follows from the network's seed, the number of the training step, the sample's index in the batch, the layer's number and the element alone:
/// never from the number of threads. The gradient with respect to the input is the gradient with respect to the output.
/// </para>
/// <para>Input and output have the same shape, of any rank. The layer has no parameters.</para>
/// <example>
/// Inputs that are blurred in training:
/// <code>
/// [NeuralNetwork]
/// [Input(64, Mean = 0, StandardDeviation = 1)]
/// [GaussianNoise(0.1)]
/// [Dense(100, Activation.Relu)]
/// [Dense(10)]
/// [Loss(Loss.SoftmaxCrossEntropy)]
/// public sealed partial class DigitNet;
/// </code>
/// </example>
/// </remarks>
/// <param name="standardDeviation">The noise's standard deviation, in units of the values it is added to: finite, at least 0.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GaussianNoiseAttribute(double standardDeviation) : Attribute
{
    /// <summary>The noise's standard deviation, in units of the values it is added to: finite, at least 0.</summary>
    public double StandardDeviation { get; } = standardDeviation;

    /// <summary>The layer's name; <c>GaussianNoise1</c>, <c>GaussianNoise2</c>, ... unless set.</summary>
    public string? Name { get; set; }
}
