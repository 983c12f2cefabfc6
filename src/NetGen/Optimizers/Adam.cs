using NetGen.Optimizers;

namespace NetGen;

/// <summary>
/// Mean gradient over root mean square gradient, both running and corrected for their start at 0: m = Beta1 m + (1 - Beta1) g,
/// v = Beta2 v + (1 - Beta2) g^2, w -= lr m / (1 - Beta1^t) / (sqrt(v / (1 - Beta2^t)) + Epsilon) (Kingma and Ba 2015). torch.optim.Adam.
/// </summary>
/// <param name="learningRate">The factor on each update, finite and not negative.</param>
public sealed class Adam(float learningRate = 1e-3f) : MomentOptimizer(learningRate)
{
    private AdamRule rule;

    private protected override void PrepareRule(long steps) => rule = new AdamRule(
        Decay.OfMean(Beta1),
        Decay.OfSquare(Beta2),
        StepSize: (float)(LearningRate / Correction(Beta1, steps)),
        Root: (float)(1 / Math.Sqrt(Correction(Beta2, steps))),
        (float)Epsilon,
        (float)WeightDecay,
        Shrink: 1);

    private protected override void Update(in Slots slots) => UpdateKernel.Run(rule, slots);
}
