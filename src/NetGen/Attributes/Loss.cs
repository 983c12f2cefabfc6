namespace NetGen;

/// <summary>
/// The built-in losses, each a mean as PyTorch's <c>reduction='mean'</c> takes it. A loss of one's own is a type that implements <see cref="ILoss"/>.
/// </summary>
public enum Loss
{
    /// <summary>Mean over samples and outputs of (y - t)^2.</summary>
    MeanSquaredError = 0,

    /// <summary>Mean over samples and outputs of |y - t|.</summary>
    MeanAbsoluteError = 1,

    /// <summary>Mean over samples and outputs of (y - t)^2 / 2 where |y - t| is at most Delta, Delta (|y - t| - Delta / 2) beyond (Huber 1964).</summary>
    Huber = 2,

    /// <summary>Mean over samples and outputs of the cross-entropy of a logit against a target between 0 and 1 (BCEWithLogitsLoss).</summary>
    BinaryCrossEntropy = 3,

    /// <summary>Mean over samples of the cross-entropy of the logits against a class index (CrossEntropyLoss). Targets are <see cref="int"/>.</summary>
    SoftmaxCrossEntropy = 4,
}
