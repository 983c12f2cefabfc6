using System.Runtime.CompilerServices;
using NetGen.Numerics;

namespace NetGen.Optimizers;

/// <summary>
/// Adam's arithmetic, with either kind of weight decay: m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2,
/// w = shrink w - stepSize m / (sqrt(v) root + epsilon).
/// </summary>
/// <param name="Mean">beta1.</param>
/// <param name="Square">beta2.</param>
/// <param name="StepSize">lr / (1 - beta1^t).</param>
/// <param name="Root">1 / sqrt(1 - beta2^t).</param>
/// <param name="Epsilon">Added to the divisor.</param>
/// <param name="WeightDecay">The factor with which w is added to g.</param>
/// <param name="Shrink">The factor on w itself.</param>
internal readonly record struct AdamRule(
    Decay Mean, Decay Square, float StepSize, float Root, float Epsilon, float WeightDecay, float Shrink) : IUpdateRule
{
    /// <inheritdoc/>
    [MethodImpl(UpdateKernel.OfItsOwn)]
    public void Run<TVector, TOp>(in Slots slots)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector> => UpdateKernel.Walk<Vectors<TVector, TOp>, TVector, TOp>(new(this), slots);

    [method: MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly struct Vectors<TVector, TOp>(in AdamRule rule) : IVectorRule<TVector>
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        private readonly RunningMean<TVector, TOp> mean = new(rule.Mean);
        private readonly RunningSquare<TVector, TOp> square = new(rule.Square);
        private readonly TVector stepSize = TOp.Constant(rule.StepSize);
        private readonly TVector root = TOp.Constant(rule.Root);
        private readonly TVector epsilon = TOp.Constant(rule.Epsilon);
        private readonly TVector weightDecay = TOp.Constant(rule.WeightDecay);
        private readonly TVector shrink = TOp.Constant(rule.Shrink);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Uses(int slot) => slot <= 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Step(TVector w, TVector g, ref TVector m, ref TVector v, ref TVector third)
        {
            g = TOp.Add(g, TOp.Multiply(weightDecay, w));
            m = mean.Next(m, g);
            v = square.Next(v, g);
            var direction = TOp.Divide(m, TOp.Add(TOp.Multiply(TOp.Sqrt(v), root), epsilon));
            return TOp.Subtract(TOp.Multiply(shrink, w), TOp.Multiply(stepSize, direction));
        }
    }
}
