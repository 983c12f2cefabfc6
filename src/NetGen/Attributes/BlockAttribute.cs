namespace NetGen;

/// <summary>
/// The layers of a class marked <see cref="NetworkBlockAttribute"/>, once or several times over: as if they were written here in place of this attribute,
/// <see cref="Times"/> times, each time with parameters of their own.
/// </summary>
/// <remarks>
/// <para>
/// Layers and tensors are named after the repetition: <c>PreActivation1.Dense1</c>, <c>PreActivation2.Dense1.weight</c>, ... Training and prediction compute what
/// the layers compute.
/// </para>
/// <example>
/// Ten pre-activation residual blocks (He et al. 2016):
/// <code>
/// [NetworkBlock]
/// [BeginResidual]
/// [BatchNormalization]
/// [Activation(Activation.Relu)]
/// [Dense(256)]
/// [EndResidual]
/// internal sealed class PreActivation;
///
/// [NeuralNetwork]
/// [Input(64)]
/// [Dense(256)]
/// [Block&lt;PreActivation&gt;(Times = 10)]
/// [Dense(10)]
/// [Loss(Loss.SoftmaxCrossEntropy)]
/// public sealed partial class DigitNet;
/// </code>
/// </example>
/// </remarks>
/// <typeparam name="TBlock">A class marked <see cref="NetworkBlockAttribute"/>; the analyzer says so where it is not.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BlockAttribute<TBlock> : Attribute
{
    /// <summary>How often the layers follow one another: 1 to 4,096. 1 unless set.</summary>
    public int Times { get; set; } = 1;

    /// <summary>
    /// The prefix of the names of the layers: the name itself where <see cref="Times"/> is 1, the name and the number of the repetition from 1 otherwise. Unless
    /// set it is the name of <typeparamref name="TBlock"/> and the number among the network's blocks of that name: <c>PreActivation1</c>, <c>PreActivation2</c>, ...
    /// </summary>
    public string? Name { get; set; }
}
