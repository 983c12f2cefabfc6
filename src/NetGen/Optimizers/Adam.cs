using NetGen.Optimizers;

namespace NetGen;

/// <summary>
/// Mean gradient over root mean square gradient, both running and corrected for their start at 0: m = Beta1 m + (1 - Beta1) g,
/// v = Beta2 v + (1 - Beta2) g^2, w -= lr m / (1 - Beta1^t) / (sqrt(v / (1 - Beta2^t)) + Epsilon) (Kingma and Ba 2015). torch.optim.Adam.
/// </summary>
/// <param name="learningRate">The factor on each update, finite and not negative.</param>
public sealed class Adam(float learningRate = 1e-3f) : Optimizer(learningRate), IPartwiseOptimizer
{
    private readonly OptimizerState state = new();
    private AdamRule rule;

    /// <summary>The decay of the mean gradient, at least 0 and below 1; 0.9 unless set.</summary>
    public double Beta1
    {
        get;
        set => field = Settings.Fraction(value, nameof(Beta1), .9);
    } = .9;

    /// <summary>The decay of the mean square, at least 0 and below 1; 0.999 unless set.</summary>
    public double Beta2
    {
        get;
        set => field = Settings.Fraction(value, nameof(Beta2), .999);
    } = .999;

    /// <summary>Added to the divisor, above 0; 1e-8 unless set.</summary>
    public double Epsilon
    {
        get;
        set => field = Settings.Positive(value, nameof(Epsilon), 1e-8);
    } = 1e-8;

    /// <summary>The factor with which each parameter is added to its own gradient (an L2 penalty), not negative; 0 unless set.</summary>
    public double WeightDecay
    {
        get;
        set => field = Settings.NotNegative(value, nameof(WeightDecay), 1e-4);
    }

    /// <inheritdoc/>
    public override void Step(Span<float> parameters, ReadOnlySpan<float> gradients) => PartwiseStep.Run(this, parameters, gradients);

    void IPartwiseOptimizer.Begin(int parameters, int gradients)
    {
        state.Begin(nameof(Adam), parameters, gradients);
        var correction1 = 1 - Math.Pow(Beta1, state.Steps);
        var correction2 = 1 - Math.Pow(Beta2, state.Steps);
        rule = new AdamRule(
            Beta1, Beta2, LearningRate / correction1, 1 / Math.Sqrt(correction2), Epsilon, decay: WeightDecay, shrink: 1);
        state.Allocate(0);
        state.Allocate(1);
    }

    void IPartwiseOptimizer.Update(Span<float> parameters, ReadOnlySpan<float> gradients, int start) =>
        UpdateKernel.Run(rule, new Slots(parameters, gradients, state.Part(0, start, parameters.Length), state.Part(1, start, parameters.Length)));

    /// <inheritdoc/>
    public override void Reset() => state.Reset();
}
