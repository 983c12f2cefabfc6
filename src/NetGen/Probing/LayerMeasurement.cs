namespace NetGen;

/// <summary>What was measured of one layer. Null stands for what does not apply to the layer.</summary>
public sealed record LayerMeasurement
{
    /// <summary>The layer's name.</summary>
    public required string Name { get; init; }

    /// <summary>What the compiler predicted of the layer at initialization; null where nothing is known.</summary>
    public SignalPrediction? Predicted { get; init; }

    /// <summary>
    /// The mean of the pre-activations h over samples and units, as in training. A layer without weights has what it receives in their place, the end of a residual
    /// block its sum.
    /// </summary>
    public required double PreActivationMean { get; init; }

    /// <summary>The standard deviation of the pre-activations h over the same.</summary>
    public required double PreActivationStandardDeviation { get; init; }

    /// <summary>The mean of the activations phi(h).</summary>
    public required double ActivationMean { get; init; }

    /// <summary>The standard deviation of the activations phi(h).</summary>
    public required double ActivationStandardDeviation { get; init; }

    /// <summary>The share of values with |phi'(h)| below a tenth of its maximum, 0 to 1; for activations that are flat towards both ends.</summary>
    public double? SaturatedShare { get; init; }

    /// <summary>The share of values at which a ReLU is off, h below 0; 0 to 1.</summary>
    public double? DeadShare { get; init; }

    /// <summary>Units that no measured sample moves: phi' is 0, or rounds to it, for all of them. Null for softmax, which has no units of its own.</summary>
    public int? DeadUnits { get; init; }

    /// <summary>The number of units.</summary>
    public required int Units { get; init; }

    /// <summary>The root mean square of a weight.</summary>
    public double? WeightRms { get; init; }

    /// <summary>
    /// The root mean square of a weight's gradient for one sample, over weights and measured samples. In a network with batch normalization it is estimated from
    /// the gradients of batches of up to 32 samples, and from how much they differ.
    /// </summary>
    public double? WeightGradientRms { get; init; }

    /// <summary>The same over that of the last layer with weights.</summary>
    public double? GradientRatio { get; init; }

    /// <summary>The root mean square of the last step's change of a weight over that of the weights before it; null where no step was watched.</summary>
    public double? UpdateRatio { get; init; }
}
