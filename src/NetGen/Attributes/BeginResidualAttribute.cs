namespace NetGen;

/// <summary>
/// Opens a residual block (He et al. 2015, "Deep Residual Learning for Image Recognition", equation 1): the layers up to the <see cref="EndResidualAttribute"/>
/// that closes it are a function f, and the block gives <c>y = f(x) + x</c>.
/// </summary>
/// <remarks>
/// <para>
/// Blocks nest like parentheses, and contain any layers, repeated blocks among them. Training and prediction compute the same sum. The gradient with respect to
/// the block's input is the sum of both ways, which is what lets it travel through deep networks.
/// </para>
/// <example>
/// A pre-activation block (He et al. 2016):
/// <code>
/// [NeuralNetwork]
/// [Input(64)]
/// [Dense(256)]
/// [BeginResidual]
/// [BatchNormalization]
/// [Activation(Activation.Relu)]
/// [Dense(256)]
/// [EndResidual]
/// [Dense(10)]
/// [Loss(Loss.SoftmaxCrossEntropy)]
/// public sealed partial class DigitNet;
/// </code>
/// </example>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BeginResidualAttribute : Attribute;
