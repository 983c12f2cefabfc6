namespace NetGen.Generators.Model;

/// <summary>The losses of <c>NetGen.Loss</c>, value for value, and <see cref="Custom"/> for a type of the user's own.</summary>
internal enum LossKind
{
    Custom = -1,
    MeanSquaredError = 0,
    MeanAbsoluteError = 1,
    Huber = 2,
    BinaryCrossEntropy = 3,
    SoftmaxCrossEntropy = 4,
}
