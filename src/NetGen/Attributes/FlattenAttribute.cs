namespace NetGen;

/// <summary>
/// Joins all axes of a sample into one: height x width x channels, or steps x features, becomes a row of all values, in the order in which they are stored. Costs
/// nothing in training and in prediction.
/// </summary>
/// <remarks>
/// <para>
/// A dense layer acts on the last axis alone. Behind this layer it sees every value of the sample. The output has rank 1; an input of rank 1 passes as it is. The
/// layer has no parameters.
/// </para>
/// <example>
/// An image whose pixels are all seen by every unit:
/// <code>
/// [NeuralNetwork]
/// [Input(28, 28, 1)]
/// [Flatten]
/// [Dense(100, Activation.Relu)]
/// [Dense(10)]
/// [Loss(Loss.SoftmaxCrossEntropy)]
/// public sealed partial class FashionNet;
/// </code>
/// </example>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class FlattenAttribute : Attribute
{
    /// <summary>The layer's name; <c>Flatten1</c>, <c>Flatten2</c>, ... unless set.</summary>
    public string? Name { get; set; }
}
