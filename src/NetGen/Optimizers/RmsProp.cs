using System.Runtime.CompilerServices;
using NetGen.Optimizers;

namespace NetGen;

/// <summary>
/// Gradients over their running root mean square: v = Alpha v + (1 - Alpha) g^2, w -= lr g / (sqrt(v) + Epsilon) (Tieleman and Hinton 2012).
/// torch.optim.RMSprop, momentum and centring included.
/// </summary>
/// <param name="learningRate">The factor on each update, finite and not negative.</param>
public sealed class RmsProp(float learningRate = 1e-2f) : Optimizer(learningRate), IPartwiseOptimizer
{
    private readonly OptimizerState state = new();
    private Scalars scalars;

    /// <summary>The decay of the mean square, at least 0 and below 1; 0.99 unless set.</summary>
    public double Alpha
    {
        get;
        set => field = Settings.Fraction(value, nameof(Alpha), .99);
    } = .99;

    /// <summary>Added to the divisor, above 0; 1e-8 unless set.</summary>
    public double Epsilon
    {
        get;
        set => field = Settings.Positive(value, nameof(Epsilon), 1e-8);
    } = 1e-8;

    /// <summary>The share of the last update's direction that is kept, at least 0 and below 1; 0 unless set.</summary>
    public double Momentum
    {
        get;
        set => field = Settings.Fraction(value, nameof(Momentum), .9);
    }

    /// <summary>Whether the divisor is the standard deviation of the gradient instead of its root mean square (Graves 2013).</summary>
    public bool Centered { get; set; }

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
        state.Begin(nameof(RmsProp), parameters, gradients);
        scalars = new Scalars(
            LearningRate, (float)Alpha, (float)(1 - Alpha), (float)Epsilon, (float)Momentum, (float)WeightDecay);
        state.Allocate(0);
        if (Momentum > 0)
        {
            state.Allocate(1);
        }

        if (Centered)
        {
            state.Allocate(2);
        }
    }

    void IPartwiseOptimizer.Update(Span<float> parameters, ReadOnlySpan<float> gradients, int start)
    {
        var length = parameters.Length;
        var squares = state.Part(0, start, length);
        switch (Momentum > 0, Centered)
        {
            case (false, false):
                UpdateKernel.Run(new PlainRule(scalars), new Slots(parameters, gradients, squares));
                break;
            case (true, false):
                UpdateKernel.Run(new MomentumRule(scalars), new Slots(parameters, gradients, squares, state.Part(1, start, length)));
                break;
            case (false, true):
                UpdateKernel.Run(new CenteredRule(scalars), new Slots(parameters, gradients, squares, third: state.Part(2, start, length)));
                break;
            case (true, true):
                UpdateKernel.Run(
                    new CenteredMomentumRule(scalars),
                    new Slots(parameters, gradients, squares, state.Part(1, start, length), state.Part(2, start, length)));
                break;
        }
    }

    /// <inheritdoc/>
    public override void Reset() => state.Reset();

    /// <summary>The numbers and pieces the four rules share. First holds v, second the momentum, third the mean gradient.</summary>
    private readonly struct Scalars(float learningRate, float alpha, float rest, float epsilon, float momentum, float decay)
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Gradient<TLanes>(ref readonly Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes> =>
            TLanes.Load(in slots.Gradients, index) + TLanes.Broadcast(decay) * TLanes.Load(ref slots.Parameters, index);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes MeanSquare<TLanes>(TLanes g, ref readonly Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes>
        {
            var v = TLanes.FlushSubnormals(TLanes.Broadcast(alpha) * TLanes.Load(ref slots.First, index) + TLanes.Broadcast(rest) * (g * g));
            v.Store(ref slots.First, index);
            return v;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLanes Variance<TLanes>(TLanes g, ref readonly Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes>
        {
            var mean = TLanes.FlushSubnormals(TLanes.Broadcast(alpha) * TLanes.Load(ref slots.Third, index) + TLanes.Broadcast(rest) * g);
            mean.Store(ref slots.Third, index);

            // Rounding can leave the difference a little below 0 where the gradient hardly varies.
            return TLanes.Max(MeanSquare(g, in slots, index) - mean * mean, TLanes.Broadcast(0));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Descend<TLanes>(TLanes g, TLanes v, ref readonly Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes> =>
            Move(g / (TLanes.Sqrt(v) + TLanes.Broadcast(epsilon)), in slots, index);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void DescendWithMomentum<TLanes>(TLanes g, TLanes v, ref readonly Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes>
        {
            var b = TLanes.FlushSubnormals(
                TLanes.Broadcast(momentum) * TLanes.Load(ref slots.Second, index) + g / (TLanes.Sqrt(v) + TLanes.Broadcast(epsilon)));
            b.Store(ref slots.Second, index);
            Move(b, in slots, index);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Move<TLanes>(TLanes direction, ref readonly Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes> =>
            (TLanes.Load(ref slots.Parameters, index) - TLanes.Broadcast(learningRate) * direction).Store(ref slots.Parameters, index);
    }

    private readonly struct PlainRule(Scalars scalars) : IUpdateRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TLanes>(ref readonly Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes>
        {
            var g = scalars.Gradient<TLanes>(in slots, index);
            scalars.Descend(g, scalars.MeanSquare(g, in slots, index), in slots, index);
        }
    }

    private readonly struct MomentumRule(Scalars scalars) : IUpdateRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TLanes>(ref readonly Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes>
        {
            var g = scalars.Gradient<TLanes>(in slots, index);
            scalars.DescendWithMomentum(g, scalars.MeanSquare(g, in slots, index), in slots, index);
        }
    }

    private readonly struct CenteredRule(Scalars scalars) : IUpdateRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TLanes>(ref readonly Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes>
        {
            var g = scalars.Gradient<TLanes>(in slots, index);
            scalars.Descend(g, scalars.Variance(g, in slots, index), in slots, index);
        }
    }

    private readonly struct CenteredMomentumRule(Scalars scalars) : IUpdateRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TLanes>(ref readonly Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes>
        {
            var g = scalars.Gradient<TLanes>(in slots, index);
            scalars.DescendWithMomentum(g, scalars.Variance(g, in slots, index), in slots, index);
        }
    }
}
