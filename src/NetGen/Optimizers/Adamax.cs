using System.Runtime.CompilerServices;
using NetGen.Numerics;
using NetGen.Optimizers;

namespace NetGen;

/// <summary>
/// Adam by the largest gradient instead of the mean square: m = Beta1 m + (1 - Beta1) g, u = max(Beta2 u, |g| + Epsilon),
/// w -= lr / (1 - Beta1^t) m / u (Kingma and Ba 2015, section 7.1). torch.optim.Adamax.
/// </summary>
/// <param name="learningRate">The factor on each update, finite and not negative.</param>
public sealed class Adamax(float learningRate = 2e-3f) : MomentOptimizer(learningRate)
{
    private Rule rule;

    private protected override void PrepareRule(long steps) => rule = new Rule(
        Decay.OfMean(Beta1), (float)Beta2, StepSize: (float)(LearningRate / Correction(Beta1, steps)), (float)Epsilon, (float)WeightDecay);

    private protected override void Update(in Slots slots) => UpdateKernel.Run(rule, slots);

    private readonly record struct Rule(Decay Mean, float Kept, float StepSize, float Epsilon, float WeightDecay) : IUpdateRule
    {
        [MethodImpl(UpdateKernel.OfItsOwn)]
        public void Run<TVector, TOp>(in Slots slots)
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector> => UpdateKernel.Walk<Vectors<TVector, TOp>, TVector, TOp>(new(this), slots);
    }

    [method: MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly struct Vectors<TVector, TOp>(in Rule rule) : IVectorRule<TVector>
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        private readonly RunningMean<TVector, TOp> mean = new(rule.Mean);
        private readonly TVector kept = TOp.Constant(rule.Kept);
        private readonly TVector stepSize = TOp.Constant(rule.StepSize);
        private readonly TVector epsilon = TOp.Constant(rule.Epsilon);
        private readonly TVector weightDecay = TOp.Constant(rule.WeightDecay);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Uses(int slot) => slot <= 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Step(TVector w, TVector g, ref TVector m, ref TVector u, ref TVector third)
        {
            g = TOp.Add(g, TOp.Multiply(weightDecay, w));
            m = mean.Next(m, g);
            u = TOp.Max(TOp.Multiply(kept, u), TOp.Add(TOp.Abs(g), epsilon));
            return TOp.Subtract(w, TOp.Multiply(stepSize, TOp.Divide(m, u)));
        }
    }
}
