namespace NetGen;

/// <summary>
/// Root-mean-square normalization (Zhang and Sennrich 2019, "Root Mean Square Layer Normalization", equation 4) over the last axis:
/// <c>y = gamma x / sqrt(mean(x^2) + Epsilon)</c>, with the mean over the features of each sample and position. Cheaper than <see cref="LayerNormalizationAttribute"/>:
/// nothing is centred.
/// </summary>
/// <remarks>
/// <para>Training and prediction compute the same: no sample depends on the others of its batch, and there is no state.</para>
/// <para>
/// Input and output have the same shape, of any rank; with n features in the last axis the tensor is <c>RmsNormalization1.weight</c> [n] (gamma, starts at 1).
/// </para>
/// <example>
/// <code>
/// [NeuralNetwork]
/// [Input(64)]
/// [Dense(100)]
/// [RmsNormalization]
/// [Activation(Activation.Silu)]
/// [Dense(10)]
/// [Loss(Loss.SoftmaxCrossEntropy)]
/// public sealed partial class DigitNet;
/// </code>
/// </example>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RmsNormalizationAttribute : Attribute
{
    /// <summary>Added to the mean square: finite, above 0. 1e-5 unless set.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>The layer's name; <c>RmsNormalization1</c>, <c>RmsNormalization2</c>, ... unless set.</summary>
    public string? Name { get; set; }
}
