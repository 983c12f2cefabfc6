using System.Runtime.CompilerServices;
using NetGen.Optimizers;

namespace NetGen;

/// <summary>
/// Stochastic gradient descent: w -= lr g, with momentum w -= lr b, b = Momentum b + g (the first step's b is g), with Nesterov's
/// w -= lr (g + Momentum b) (Sutskever et al. 2013). torch.optim.SGD.
/// </summary>
/// <param name="learningRate">The factor on each update, finite and not negative.</param>
public sealed class Sgd(float learningRate = 1e-3f) : Optimizer(learningRate), IPartwiseOptimizer
{
    private readonly OptimizerState state = new();
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
        state.Begin(nameof(Sgd), parameters, gradients);
        if (Momentum == 0)
        {
            plain = new PlainRule(LearningRate, (float)WeightDecay);
            return;
        }

        // w -= lr (now g + kept b): Nesterov's step looks one momentum ahead, the ordinary one takes b as it is.
        heavy = new MomentumRule(
            LearningRate, (float)WeightDecay, (float)Momentum, now: Nesterov ? 1 : 0, kept: Nesterov ? (float)Momentum : 1);
        state.Allocate(0);
    }

    void IPartwiseOptimizer.Update(Span<float> parameters, ReadOnlySpan<float> gradients, int start)
    {
        if (Momentum == 0)
        {
            UpdateKernel.Run(plain, new Slots(parameters, gradients, default));
        }
        else
        {
            UpdateKernel.Run(heavy, new Slots(parameters, gradients, state.Part(0, start, parameters.Length)));
        }
    }

    /// <inheritdoc/>
    public override void Reset() => state.Reset();

    private readonly struct PlainRule(float learningRate, float decay) : IUpdateRule
    {
        private readonly float floor = Subnormals.Floor(learningRate);

        [MethodImpl(UpdateKernel.OfItsOwn)]
        public nuint Walk<TLanes>(Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes>
        {
            var lr = TLanes.Broadcast(learningRate);
            var l2 = TLanes.Broadcast(decay);
            var least = TLanes.Broadcast(floor);
            for (; slots.Fills<TLanes>(index); index += (nuint)TLanes.Count)
            {
                var w = TLanes.Load(ref slots.Parameters, index);
                var g = TLanes.Load(in slots.Gradients, index) + l2 * w;
                (w - lr * TLanes.ZeroBelow(g, least)).Store(ref slots.Parameters, index);
            }

            return index;
        }
    }

    private readonly struct MomentumRule(float learningRate, float decay, float momentum, float now, float kept) : IUpdateRule
    {
        private readonly float floor = Subnormals.Floor(learningRate);

        [MethodImpl(UpdateKernel.OfItsOwn)]
        public nuint Walk<TLanes>(Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes>
        {
            var lr = TLanes.Broadcast(learningRate);
            var l2 = TLanes.Broadcast(decay);
            var least = TLanes.Broadcast(floor);
            var mu = TLanes.Broadcast(momentum);
            var ofNow = TLanes.Broadcast(now);
            var ofKept = TLanes.Broadcast(kept);
            for (; slots.Fills<TLanes>(index); index += (nuint)TLanes.Count)
            {
                var w = TLanes.Load(ref slots.Parameters, index);
                var g = TLanes.FlushSubnormals(TLanes.Load(in slots.Gradients, index) + l2 * w);
                var b = TLanes.FlushSubnormals(mu * TLanes.Load(ref slots.First, index) + g);
                b.Store(ref slots.First, index);
                var direction = ofNow * g + ofKept * b;
                (w - lr * TLanes.ZeroBelow(direction, least)).Store(ref slots.Parameters, index);
            }

            return index;
        }
    }
}
