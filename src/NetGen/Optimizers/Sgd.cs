using System.Runtime.CompilerServices;
using NetGen.Numerics;
using NetGen.Optimizers;

namespace NetGen;

/// <summary>
/// Stochastic gradient descent: w -= lr g, with momentum w -= lr b, b = Momentum b + g (the first step's b is g), with Nesterov's
/// w -= lr (g + Momentum b) (Sutskever et al. 2013). torch.optim.SGD.
/// </summary>
/// <param name="learningRate">The factor on each update, finite and not negative.</param>
public sealed class Sgd(float learningRate = 1e-3f) : ElementwiseOptimizer(learningRate)
{
    private bool isPlain;
    private PlainRule plain;
    private MomentumRule heavy;

    /// <summary>The share of the last update's direction that is kept, at least 0 and below 1; 0 unless set.</summary>
    public double Momentum
    {
        get;
        set => field = Settings.Fraction(value, nameof(Momentum), .9);
    }

    /// <summary>Whether the gradient is taken as if the momentum's step had been made; without momentum it changes nothing.</summary>
    public bool Nesterov { get; set; }

    private protected override void Prepare(OptimizerState state)
    {
        var floor = Subnormals.Floor(LearningRate);
        isPlain = Momentum == 0;
        if (isPlain)
        {
            plain = new PlainRule(LearningRate, floor, (float)WeightDecay);
            return;
        }

        // w -= lr (now g + kept b): Nesterov's step looks one momentum ahead, the ordinary one takes b as it is.
        heavy = new MomentumRule(
            LearningRate, floor, (float)WeightDecay, (float)Momentum, Now: Nesterov ? 1 : 0, Kept: Nesterov ? (float)Momentum : 1);
        state.Allocate(0);
    }

    private protected override void Update(in Slots slots)
    {
        if (isPlain)
        {
            UpdateKernel.Run(plain, slots);
        }
        else
        {
            UpdateKernel.Run(heavy, slots);
        }
    }

    private readonly record struct PlainRule(float LearningRate, float Floor, float WeightDecay) : IUpdateRule
    {
        [MethodImpl(UpdateKernel.OfItsOwn)]
        public void Run<TVector, TOp>(in Slots slots)
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector> => UpdateKernel.Walk<PlainVectors<TVector, TOp>, TVector, TOp>(new(this), slots);
    }

    private readonly record struct MomentumRule(
        float LearningRate, float Floor, float WeightDecay, float Momentum, float Now, float Kept) : IUpdateRule
    {
        [MethodImpl(UpdateKernel.OfItsOwn)]
        public void Run<TVector, TOp>(in Slots slots)
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector> => UpdateKernel.Walk<MomentumVectors<TVector, TOp>, TVector, TOp>(new(this), slots);
    }

    [method: MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly struct PlainVectors<TVector, TOp>(in PlainRule rule) : IVectorRule<TVector>
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        private readonly TVector learningRate = TOp.Constant(rule.LearningRate);
        private readonly TVector floor = TOp.Constant(rule.Floor);
        private readonly TVector weightDecay = TOp.Constant(rule.WeightDecay);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Uses(int slot) => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Step(TVector w, TVector g, ref TVector first, ref TVector second, ref TVector third)
        {
            g = TOp.Add(g, TOp.Multiply(weightDecay, w));
            return TOp.Subtract(w, TOp.Multiply(learningRate, Subnormals.ZeroBelow<TVector, TOp>(g, floor)));
        }
    }

    [method: MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly struct MomentumVectors<TVector, TOp>(in MomentumRule rule) : IVectorRule<TVector>
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        private readonly TVector learningRate = TOp.Constant(rule.LearningRate);
        private readonly TVector floor = TOp.Constant(rule.Floor);
        private readonly TVector weightDecay = TOp.Constant(rule.WeightDecay);
        private readonly TVector momentum = TOp.Constant(rule.Momentum);
        private readonly TVector now = TOp.Constant(rule.Now);
        private readonly TVector kept = TOp.Constant(rule.Kept);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Uses(int slot) => slot == 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Step(TVector w, TVector g, ref TVector b, ref TVector second, ref TVector third)
        {
            g = Subnormals.Flush<TVector, TOp>(TOp.Add(g, TOp.Multiply(weightDecay, w)));
            b = Subnormals.Flush<TVector, TOp>(TOp.Add(TOp.Multiply(momentum, b), g));
            var direction = TOp.Add(TOp.Multiply(now, g), TOp.Multiply(kept, b));
            return TOp.Subtract(w, TOp.Multiply(learningRate, Subnormals.ZeroBelow<TVector, TOp>(direction, floor)));
        }
    }
}
