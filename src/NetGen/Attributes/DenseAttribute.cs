namespace NetGen;

/// <summary>
/// A fully connected layer, a = phi(x W + b), over the last axis of what it receives: every unit sees every feature. The positions of the axes before the last
/// one are rows of their own, all multiplied by the same weights; a <see cref="FlattenAttribute"/> before the layer lets it see all of a sample's values.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DenseAttribute : DenseBaseAttribute
{
    /// <summary>Declares the layer.</summary>
    /// <param name="units">The number of units, at least 1.</param>
    /// <param name="activation">The function applied to each unit's sum.</param>
    public DenseAttribute(int units, Activation activation = Activation.Identity)
        : base(units) => Activation = activation;

    /// <summary>The function applied to each unit's sum.</summary>
    public Activation Activation { get; }

    /// <summary>The parameter of leaky ReLU (0.01 unless set) and ELU (1 unless set).</summary>
    public double Alpha { get; set; }
}
