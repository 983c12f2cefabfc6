namespace NetGen;

/// <summary>
/// Batch normalization (Ioffe and Szegedy 2015, algorithm 1) over the last axis: <c>y = gamma (x - mean) / sqrt(variance + Epsilon) + beta</c>, each feature for
/// itself.
/// </summary>
/// <remarks>
/// <para>
/// In training mean and variance (the biased one) are those of the batch, over its samples and over every position of the axes before the last one. A batch
/// whose samples and positions make a single row has no variance and is refused with an <see cref="ArgumentException"/>. Where several workers share a batch,
/// each normalizes by the statistics of its own share.
/// </para>
/// <para>
/// In prediction they are running statistics, which a training step updates: <c>running = (1 - Momentum) running + Momentum batch</c>, the variance's share from
/// the unbiased one, as in PyTorch. They are state: saved and loaded with the parameters, but not trained.
/// </para>
/// <para>
/// Input and output have the same shape, of any rank; with n features in the last axis the tensors are <c>BatchNormalization1.weight</c> [n] (gamma, starts
/// at 1), <c>.bias</c> [n] (beta, starts at 0), and the state <c>.running_mean</c> [n] (starts at 0) and <c>.running_var</c> [n] (starts at 1).
/// </para>
/// <example>
/// Before the activation, behind a layer whose biases beta makes superfluous:
/// <code>
/// [NeuralNetwork]
/// [Input(64)]
/// [Dense(100, UseBias = false)]
/// [BatchNormalization]
/// [Activation(Activation.Relu)]
/// [Dense(10)]
/// [Loss(Loss.SoftmaxCrossEntropy)]
/// public sealed partial class DigitNet;
/// </code>
/// </example>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BatchNormalizationAttribute : Attribute
{
    /// <summary>The share of a batch's statistics in the new running ones: above 0, at most 1. 0.1 unless set, as in PyTorch; Keras counts the other share.</summary>
    public double Momentum { get; set; } = 0.1;

    /// <summary>Added to the variance: finite, above 0. 1e-5 unless set.</summary>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>The layer's name; <c>BatchNormalization1</c>, <c>BatchNormalization2</c>, ... unless set.</summary>
    public string? Name { get; set; }
}
