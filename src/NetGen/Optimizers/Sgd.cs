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
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TLanes>(ref readonly Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes>
        {
            var w = TLanes.Load(ref slots.Parameters, index);
            var g = TLanes.Load(in slots.Gradients, index) + TLanes.Broadcast(decay) * w;
            (w - TLanes.Broadcast(learningRate) * g).Store(ref slots.Parameters, index);
        }
    }

    private readonly struct MomentumRule(float learningRate, float decay, float momentum, float now, float kept) : IUpdateRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TLanes>(ref readonly Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes>
        {
            var w = TLanes.Load(ref slots.Parameters, index);
            var g = TLanes.Load(in slots.Gradients, index) + TLanes.Broadcast(decay) * w;
            var b = TLanes.FlushSubnormals(TLanes.Broadcast(momentum) * TLanes.Load(ref slots.First, index) + g);
            b.Store(ref slots.First, index);
            var direction = TLanes.Broadcast(now) * g + TLanes.Broadcast(kept) * b;
            (w - TLanes.Broadcast(learningRate) * direction).Store(ref slots.Parameters, index);
        }
    }
}
