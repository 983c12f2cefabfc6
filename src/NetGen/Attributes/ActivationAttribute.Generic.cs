namespace NetGen;

/// <summary>A layer that applies an activation function of one's own to each value it receives and has no parameters.</summary>
/// <typeparam name="TActivation">The activation function, a type that implements <see cref="IActivation"/>; the analyzer says so where it does not.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ActivationAttribute<TActivation> : Attribute
{
    /// <summary>The layer's name; <c>Activation1</c>, <c>Activation2</c>, ... unless set.</summary>
    public string? Name { get; set; }
}
