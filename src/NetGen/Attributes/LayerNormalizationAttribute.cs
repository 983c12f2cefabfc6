namespace NetGen;

/// <summary>
/// Layer normalization (Ba, Kiros and Hinton 2016) over the last axis: <c>y = gamma (x - mean) / sqrt(variance + Epsilon) + beta</c>, with the mean and the
/// (biased) variance of the features of each sample and position.
/// </summary>
/// <remarks>
/// <para>Training and prediction compute the same: no sample depends on the others of its batch, and there is no state.</para>
/// <para>
/// Input and output have the same shape, of any rank; with n features in the last axis the tensors are <c>LayerNormalization1.weight</c> [n] (gamma, starts at 1)
/// and <c>.bias</c> [n] (beta, starts at 0).
/// </para>
/// <example>
/// <code>
/// [NeuralNetwork]
/// [Input(64)]
/// [Dense(100)]
/// [LayerNormalization]
/// [Activation(Activation.Gelu)]
/// [Dense(10)]
/// [Loss(Loss.SoftmaxCrossEntropy)]
/// public sealed partial class DigitNet;
/// </code>
/// </example>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LayerNormalizationAttribute : Attribute
{
    /// <summary>Added to the variance: finite, above 0. 1e-5 unless set.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>The layer's name; <c>LayerNormalization1</c>, <c>LayerNormalization2</c>, ... unless set.</summary>
    public string? Name { get; set; }
}
