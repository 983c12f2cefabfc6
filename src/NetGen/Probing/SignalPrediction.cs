namespace NetGen;

/// <summary>
/// What the compiler predicts of one layer at initialization, from the declaration alone: mean-field theory, right to one or two significant digits.
/// Null stands for what is not known or does not apply. <see cref="SignalProbe"/> measures the same quantities.
/// </summary>
public sealed record SignalPrediction
{
    /// <summary>The mean of the pre-activations h over samples, units and draws of the weights.</summary>
    public double? PreActivationMean { get; init; }

    /// <summary>The standard deviation of the pre-activations h, over the same.</summary>
    public double? PreActivationStandardDeviation { get; init; }

    /// <summary>The mean of the activations phi(h).</summary>
    public double? ActivationMean { get; init; }

    /// <summary>The standard deviation of the activations phi(h).</summary>
    public double? ActivationStandardDeviation { get; init; }

    /// <summary>The probability that |phi'(h)| is below a tenth of its maximum, 0 to 1; for activations that are flat towards both ends.</summary>
    public double? SaturatedShare { get; init; }

    /// <summary>The probability that a ReLU is off, h below 0; 0 to 1.</summary>
    public double? DeadShare { get; init; }

    /// <summary>The root mean square of a weight's gradient for one sample; null where the loss is the user's own.</summary>
    public double? WeightGradientRms { get; init; }

    /// <summary>The root mean square of a weight's gradient over that of the last layer with weights.</summary>
    public double? GradientRatio { get; init; }
}
