namespace NetGen;

/// <summary>
/// Makes a partial class a neural network: the attributes that follow, in order, declare its input, layers and loss, and the generator emits parameters,
/// forward, backward and update code into the class.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NeuralNetworkAttribute : Attribute;
