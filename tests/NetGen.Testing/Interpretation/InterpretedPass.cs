namespace NetGen.Testing.Interpretation;

/// <summary>What the interpreter computed for a batch.</summary>
/// <param name="Predicted">[samples][outputs] in the form for prediction: without random layers, with running statistics.</param>
/// <param name="PredictedLoss">The mean loss of those.</param>
/// <param name="Outputs">[samples][outputs] in the form for training.</param>
/// <param name="Loss">The mean loss of those.</param>
/// <param name="Gradients">Of <paramref name="Loss"/>, by tensor name, in the visible layout.</param>
/// <param name="InputGradients">[samples][inputs], with respect to the values as they were passed in.</param>
/// <param name="Statistics">The batch's means and unbiased variances, by the names of the state.</param>
/// <param name="StateAfter">The state with those folded in, by name.</param>
/// <param name="Kinks">One entry for each activation, in order.</param>
/// <param name="LossMargin">The distance of the nearest output to a kink of the loss, over the largest magnitude.</param>
internal sealed record InterpretedPass(
    double[] Predicted,
    double PredictedLoss,
    double[] Outputs,
    double Loss,
    IReadOnlyDictionary<string, double[]> Gradients,
    double[] InputGradients,
    IReadOnlyDictionary<string, double[]> Statistics,
    IReadOnlyDictionary<string, double[]> StateAfter,
    IReadOnlyList<KinkDistance> Kinks,
    double LossMargin)
{
    /// <summary>
    /// The smallest relative distance of any number to a place where a derivative jumps; comparing gradients with single precision makes sense only where it
    /// is above single precision's error.
    /// </summary>
    public double KinkMargin => Kinks.Select(static kink => kink.Margin).Append(LossMargin).Min();

    /// <summary>All that a network is compared by, with the names under which differences are reported.</summary>
    public IEnumerable<(string What, double[] Values)> Quantities() =>
    [
        ("outputs", Predicted),
        ("loss alone", [PredictedLoss]),
        ("loss", [Loss]),
        .. Gradients.Select(static gradient => (GradientOf(gradient.Key), gradient.Value)),
        ("input gradient", InputGradients),
        .. Statistics.Select(static statistic => (StatisticOf(statistic.Key), statistic.Value)),
        .. StateAfter.Select(static state => (state.Key, state.Value)),
    ];

    /// <summary>What the gradient of a tensor is called.</summary>
    public static string GradientOf(string tensor) => "gradient of " + tensor;

    /// <summary>What the batch's part of a state is called.</summary>
    public static string StatisticOf(string tensor) => "statistic of " + tensor;
}
