namespace NetGen;

/// <summary>A fully connected layer with an activation function of one's own.</summary>
/// <typeparam name="TActivation">The activation function, a type that implements <see cref="IActivation"/>; the analyzer says so where it does not.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DenseAttribute<TActivation> : DenseBaseAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="units">The number of units, at least 1.</param>
    public DenseAttribute(int units)
        : base(units)
    {
    }
}
