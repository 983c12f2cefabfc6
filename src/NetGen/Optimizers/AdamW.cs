using NetGen.Optimizers;

namespace NetGen;

/// <summary>
/// Adam with the weight decay taken out of the gradient: w = (1 - lr WeightDecay) w, then Adam's step (Loshchilov and Hutter 2019). torch.optim.AdamW.
/// </summary>
/// <param name="learningRate">The factor on each update, finite and not negative.</param>
public sealed class AdamW(float learningRate = 1e-3f) : MomentOptimizer(learningRate)
{
    private AdamRule rule;

    /// <summary>The share, times the learning rate, that each parameter loses a step whatever its gradient, not negative; 0.01 unless set.</summary>
    public override double WeightDecay
    {
        get;
        set => field = Settings.NotNegative(value, nameof(WeightDecay), 1e-2);
    } = 1e-2;

    private protected override void PrepareRule(long steps) => rule = new AdamRule(
        Decay.OfMean(Beta1),
        Decay.OfSquare(Beta2),
        StepSize: (float)(LearningRate / Correction(Beta1, steps)),
        Root: (float)(1 / Math.Sqrt(Correction(Beta2, steps))),
        (float)Epsilon,
        WeightDecay: 0,
        Shrink: (float)(1 - LearningRate * WeightDecay));

    private protected override void Update(in Slots slots) => UpdateKernel.Run(rule, slots);
}
