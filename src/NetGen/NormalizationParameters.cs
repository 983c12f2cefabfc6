namespace NetGen;

/// <summary>The parameters and state of one normalization; a view into the network's buffers, no copy.</summary>
public readonly ref struct NormalizationParameters
{
    /// <summary>Looks at the parameters and state of a layer.</summary>
    /// <param name="weights">gamma.</param>
    /// <param name="biases">beta, empty where the layer has none.</param>
    /// <param name="runningMeans">The running means, empty where the layer keeps none.</param>
    /// <param name="runningVariances">The running variances, empty where the layer keeps none.</param>
    public NormalizationParameters(Span<float> weights, Span<float> biases, Span<float> runningMeans, Span<float> runningVariances)
    {
        Weights = weights;
        Biases = biases;
        RunningMeans = runningMeans;
        RunningVariances = runningVariances;
    }

    /// <summary>gamma, the factor on each normalized unit; 1 at first.</summary>
    public Span<float> Weights { get; }

    /// <summary>beta, what is added to each unit then; 0 at first. Empty for root-mean-square normalization, which adds nothing.</summary>
    public Span<float> Biases { get; }

    /// <summary>The running mean of each unit, by which prediction normalizes; 0 at first. Empty but for batch normalization.</summary>
    public Span<float> RunningMeans { get; }

    /// <summary>The running variance of each unit, likewise; 1 at first. Empty but for batch normalization.</summary>
    public Span<float> RunningVariances { get; }
}
