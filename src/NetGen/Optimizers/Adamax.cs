using System.Runtime.CompilerServices;
using NetGen.Optimizers;

namespace NetGen;

/// <summary>
/// Adam by the largest gradient instead of the mean square: m = Beta1 m + (1 - Beta1) g, u = max(Beta2 u, |g| + Epsilon),
/// w -= lr / (1 - Beta1^t) m / u (Kingma and Ba 2015, section 7.1). torch.optim.Adamax.
/// </summary>
/// <param name="learningRate">The factor on each update, finite and not negative.</param>
public sealed class Adamax(float learningRate = 2e-3f) : Optimizer(learningRate), IPartwiseOptimizer
{
    private readonly OptimizerState state = new();
    private Rule rule;

    /// <summary>The decay of the mean gradient, at least 0 and below 1; 0.9 unless set.</summary>
    public double Beta1
    {
        get;
        set => field = Settings.Fraction(value, nameof(Beta1), .9);
    } = .9;

    /// <summary>The decay of the largest gradient, at least 0 and below 1; 0.999 unless set.</summary>
    public double Beta2
    {
        get;
        set => field = Settings.Fraction(value, nameof(Beta2), .999);
    } = .999;

    /// <summary>Added to the magnitude of each gradient, above 0; 1e-8 unless set.</summary>
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
        state.Begin(nameof(Adamax), parameters, gradients);
        rule = new Rule(Beta1, Beta2, LearningRate / (1 - Math.Pow(Beta1, state.Steps)), Epsilon, WeightDecay);
        state.Allocate(0);
        state.Allocate(1);
    }

    void IPartwiseOptimizer.Update(Span<float> parameters, ReadOnlySpan<float> gradients, int start) =>
        UpdateKernel.Run(rule, new Slots(parameters, gradients, state.Part(0, start, parameters.Length), state.Part(1, start, parameters.Length)));

    /// <inheritdoc/>
    public override void Reset() => state.Reset();

    private readonly struct Rule(double beta1, double beta2, double stepSize, double epsilon, double decay) : IUpdateRule
    {
        private readonly float beta1 = (float)beta1;
        private readonly float rest1 = (float)(1 - beta1);
        private readonly float meanFloor = Subnormals.Floor(1 - beta1);
        private readonly float beta2 = (float)beta2;
        private readonly float stepSize = (float)stepSize;
        private readonly float epsilon = (float)epsilon;
        private readonly float decay = (float)decay;

        [MethodImpl(UpdateKernel.OfItsOwn)]
        public nuint Walk<TLanes>(Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes>
        {
            var b1 = TLanes.Broadcast(beta1);
            var r1 = TLanes.Broadcast(rest1);
            var floor1 = TLanes.Broadcast(meanFloor);
            var b2 = TLanes.Broadcast(beta2);
            var lr = TLanes.Broadcast(stepSize);
            var eps = TLanes.Broadcast(epsilon);
            var l2 = TLanes.Broadcast(decay);
            for (; slots.Fills<TLanes>(index); index += (nuint)TLanes.Count)
            {
                var w = TLanes.Load(ref slots.Parameters, index);
                var g = TLanes.Load(in slots.Gradients, index) + l2 * w;
                var m = TLanes.FlushSubnormals(b1 * TLanes.Load(ref slots.First, index) + r1 * TLanes.ZeroBelow(g, floor1));
                m.Store(ref slots.First, index);
                var u = TLanes.Max(b2 * TLanes.Load(ref slots.Second, index), TLanes.Abs(g) + eps);
                u.Store(ref slots.Second, index);
                (w - lr * (m / u)).Store(ref slots.Parameters, index);
            }

            return index;
        }
    }
}
