namespace NetGen;

/// <summary>What training makes small. Comes last; a network without it has <see cref="Loss.MeanSquaredError"/>.</summary>
/// <param name="loss">The loss.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LossAttribute(Loss loss) : Attribute
{
    /// <summary>The loss.</summary>
    public Loss Loss { get; } = loss;

    /// <summary>Where <see cref="Loss.Huber"/> turns from a square into a line, above 0; 1 unless set.</summary>
    public double Delta { get; set; } = 1;
}
