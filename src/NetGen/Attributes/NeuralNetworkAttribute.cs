namespace NetGen;

/// <summary>
/// Makes a partial class a neural network: the attributes that follow, in order, declare its input, layers and loss, and the generator emits parameters,
/// forward, backward and update code into the class.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NeuralNetworkAttribute : Attribute
{
    /// <summary>
    /// Whether the network's graph is written into the emitted file as a comment: every value with its shape and the operation that gives it, forward and
    /// backward, as the compiler of networks schedules them. For reading and for reports of errors: what the network computes stays the same. False unless set.
    /// </summary>
    public bool PrintGraph { get; set; }
}
