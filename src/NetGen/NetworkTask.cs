namespace NetGen;

/// <summary>What a network's outputs mean.</summary>
public enum NetworkTask
{
    /// <summary>Numbers, compared with numbers.</summary>
    Regression = 0,

    /// <summary>Logits of a yes or no each (<see cref="Loss.BinaryCrossEntropy"/>).</summary>
    BinaryClassification = 1,

    /// <summary>Logits of classes of which one is right (<see cref="Loss.SoftmaxCrossEntropy"/>).</summary>
    Classification = 2,
}
