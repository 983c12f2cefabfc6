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
    private Rule rule;

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
        rule = new Rule(LearningRate, Alpha, Epsilon, Momentum, WeightDecay, hasMomentum: Momentum > 0, isCentered: Centered);
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
        var slots = new Slots(
            parameters,
            gradients,
            state.Part(0, start, length),
            Momentum > 0 ? state.Part(1, start, length) : default,
            Centered ? state.Part(2, start, length) : default);
        UpdateKernel.Run(rule, slots);
    }

    /// <inheritdoc/>
    public override void Reset() => state.Reset();

    /// <summary>First holds v, second the momentum, third the mean gradient. The branches are the same throughout the loop, and cost next to nothing.</summary>
    private readonly struct Rule(
        float learningRate, double alpha, double epsilon, double momentum, double decay, bool hasMomentum, bool isCentered) : IUpdateRule
    {
        private readonly float alpha = (float)alpha;
        private readonly float rest = (float)(1 - alpha);
        private readonly float restFloor = Subnormals.Floor(1 - alpha);
        private readonly float squareFloor = Subnormals.SquareFloor(1 - alpha);
        private readonly float meanFloor = Subnormals.SquareFloor(1);
        private readonly float epsilon = (float)epsilon;
        private readonly float momentum = (float)momentum;
        private readonly float decay = (float)decay;

        [MethodImpl(UpdateKernel.OfItsOwn)]
        public nuint Walk<TLanes>(Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes>
        {
            var lr = TLanes.Broadcast(learningRate);
            var a = TLanes.Broadcast(alpha);
            var r = TLanes.Broadcast(rest);
            var floor1 = TLanes.Broadcast(restFloor);
            var floor2 = TLanes.Broadcast(squareFloor);
            var floorOfMean = TLanes.Broadcast(meanFloor);
            var eps = TLanes.Broadcast(epsilon);
            var mu = TLanes.Broadcast(momentum);
            var l2 = TLanes.Broadcast(decay);
            for (; slots.Fills<TLanes>(index); index += (nuint)TLanes.Count)
            {
                var w = TLanes.Load(ref slots.Parameters, index);
                var g = TLanes.FlushSubnormals(TLanes.Load(in slots.Gradients, index) + l2 * w);
                var h = TLanes.ZeroBelow(g, floor2);
                var v = TLanes.FlushSubnormals(a * TLanes.Load(ref slots.First, index) + r * (h * h));
                v.Store(ref slots.First, index);
                if (isCentered)
                {
                    var mean = TLanes.FlushSubnormals(a * TLanes.Load(ref slots.Third, index) + r * TLanes.ZeroBelow(g, floor1));
                    mean.Store(ref slots.Third, index);

                    // Rounding can leave the difference a little below 0 where the gradient hardly varies.
                    var c = TLanes.ZeroBelow(mean, floorOfMean);
                    v = TLanes.Max(v - c * c, TLanes.Broadcast(0));
                }

                var direction = g / (TLanes.Sqrt(v) + eps);
                if (hasMomentum)
                {
                    direction = TLanes.FlushSubnormals(mu * TLanes.Load(ref slots.Second, index) + direction);
                    direction.Store(ref slots.Second, index);
                }

                (w - lr * direction).Store(ref slots.Parameters, index);
            }

            return index;
        }
    }
}
