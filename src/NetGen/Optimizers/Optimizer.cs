using System.Globalization;

namespace NetGen;

/// <summary>
/// An update rule with what it remembers between steps. One instance serves one network; formulas and defaults are PyTorch's.
/// </summary>
public abstract class Optimizer
{
    /// <summary>Sets the learning rate.</summary>
    /// <param name="learningRate">The factor on each update, finite and not negative.</param>
    protected Optimizer(float learningRate) => LearningRate = learningRate;

    /// <summary>The factor on each update, finite and not negative; may be changed between steps.</summary>
    public float LearningRate
    {
        get;
        set => field = float.IsFinite(value) && value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value),
                string.Create(CultureInfo.InvariantCulture, $"The learning rate is {value}; it must be finite and not negative, such as 0.001."));
    }

    /// <summary>Updates the parameters from their gradients.</summary>
    /// <param name="parameters">All parameters of the network.</param>
    /// <param name="gradients">The gradient of the loss by each of them; the same length.</param>
    public abstract void Step(Span<float> parameters, ReadOnlySpan<float> gradients);

    /// <summary>
    /// Forgets every step taken, so that the next one is a first step again, for parameters of any number. Settings stay.
    /// </summary>
    public abstract void Reset();
}
