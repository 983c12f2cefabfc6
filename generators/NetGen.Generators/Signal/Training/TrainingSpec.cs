namespace NetGen.Generators.Signal.Training;

/// <summary>With what the network is trained, where that is declared.</summary>
/// <param name="Optimizer">Which optimizer.</param>
/// <param name="LearningRate">Above 0.</param>
/// <param name="Momentum">Of SGD.</param>
/// <param name="IsNesterov">Whether SGD's momentum looks ahead.</param>
/// <param name="Alpha">The decay of RMSProp's mean square.</param>
internal sealed record TrainingSpec(
    OptimizerKind Optimizer,
    double LearningRate,
    double Momentum = 0,
    bool IsNesterov = false,
    double Alpha = 0.99)
{
    /// <summary>
    /// Whether the first step is proportional to the gradient. The others divide by its size, so that every weight moves by about the learning rate.
    /// RAdam starts unadapted.
    /// </summary>
    public bool FollowsGradientSize => Optimizer is OptimizerKind.Sgd or OptimizerKind.RAdam;

    /// <summary>The root mean square of a weight's first update.</summary>
    /// <param name="gradientRms">Of the weight's gradient.</param>
    public double FirstUpdateRms(double gradientRms) => Optimizer switch
    {
        OptimizerKind.Sgd => LearningRate * gradientRms * (IsNesterov ? 1 + Momentum : 1),
        OptimizerKind.RAdam => LearningRate * gradientRms,
        OptimizerKind.RmsProp => LearningRate / Math.Sqrt(1 - Math.Min(Math.Max(Alpha, 0), 0.999999)),
        _ => LearningRate,
    };
}
