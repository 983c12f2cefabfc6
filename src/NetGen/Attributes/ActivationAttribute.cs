namespace NetGen;

/// <summary>A layer that applies an activation function to each value it receives and has no parameters.</summary>
/// <param name="activation">The function.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ActivationAttribute(Activation activation) : Attribute
{
    /// <summary>The function.</summary>
    public Activation Activation { get; } = activation;

    /// <summary>The parameter of leaky ReLU (0.01 unless set) and ELU (1 unless set).</summary>
    public double Alpha { get; set; }

    /// <summary>The layer's name; <c>Activation1</c>, <c>Activation2</c>, ... unless set.</summary>
    public string? Name { get; set; }
}
