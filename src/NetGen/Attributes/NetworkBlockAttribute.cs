namespace NetGen;

/// <summary>
/// Marks a class that declares layers for <see cref="BlockAttribute{TBlock}"/>: attributes of layers in order, without input, loss and training. Nothing is
/// emitted into the class, which need not be partial and may be in another file or assembly.
/// </summary>
/// <remarks>
/// <para>
/// The layers take their shapes from where the block is used. They may include residual blocks, whose brackets must balance inside the class, and other blocks,
/// but not the class itself, directly or through others.
/// </para>
/// <example>
/// <code>
/// [NetworkBlock]
/// [BeginResidual]
/// [BatchNormalization]
/// [Activation(Activation.Relu)]
/// [Dense(256)]
/// [EndResidual]
/// internal sealed class PreActivation;
/// </code>
/// </example>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NetworkBlockAttribute : Attribute;
