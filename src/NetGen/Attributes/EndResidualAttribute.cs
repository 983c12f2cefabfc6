namespace NetGen;

/// <summary>
/// Closes the residual block that the nearest open <see cref="BeginResidualAttribute"/> opened: adds what the block received to what its last layer gives,
/// <c>y = f(x) + x</c>, or <c>y = f(x) + x W</c> with <see cref="Projection"/>.
/// </summary>
/// <remarks>
/// <para>
/// Without a projection both must have the same shape. With one, all axes but the last must be the same; W is a dense layer without biases over the last axis (He
/// et al. 2015, equation 2), drawn by <see cref="Initializer.GlorotUniform"/>, and its tensor is <c>Residual1.weight</c> [outputs, inputs].
/// </para>
/// <example>
/// A block that widens from 64 to 128 features:
/// <code>
/// [NeuralNetwork]
/// [Input(64)]
/// [BeginResidual]
/// [Dense(128, Activation.Relu)]
/// [Dense(128)]
/// [EndResidual(Projection = true)]
/// [Dense(10)]
/// [Loss(Loss.SoftmaxCrossEntropy)]
/// public sealed partial class DigitNet;
/// </code>
/// </example>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class EndResidualAttribute : Attribute
{
    /// <summary>Whether the way round multiplies by weights of its own, which lets the number of features change; false unless set.</summary>
    public bool Projection { get; set; }

    /// <summary>The block's name, which its projection's tensor bears; <c>Residual1</c>, <c>Residual2</c>, ... in the order of the closing brackets unless set.</summary>
    public string? Name { get; set; }
}
