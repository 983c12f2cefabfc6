using System.Runtime.CompilerServices;
using NetGen.Optimizers;

namespace NetGen;

/// <summary>
/// Adam with Nesterov's look ahead: the mean gradient enters with the next step's momentum mu_(t+1), the gradient with this step's, where
/// mu_t = Beta1 (1 - 0.96^(t MomentumDecay) / 2) (Dozat 2016). torch.optim.NAdam.
/// </summary>
/// <remarks>
/// The update is w -= lr ((1 - mu_t) / (1 - P) g + mu_(t+1) / (1 - P mu_t mu_(t+1)) m) / (sqrt(v / (1 - Beta2^t)) + Epsilon), P the product of
/// mu_1 to mu_t. That mu_t counts twice in the second divisor is how PyTorch computed it up to 1.13, whose values this project is held against;
/// PyTorch 2.0 and Dozat's paper have P mu_(t+1). The first step differs by 0.7%, and the difference vanishes as P does.
/// </remarks>
/// <param name="learningRate">The factor on each update, finite and not negative.</param>
public sealed class Nadam(float learningRate = 2e-3f) : Optimizer(learningRate), IPartwiseOptimizer
{
    private readonly OptimizerState state = new();
    private Rule rule;
    private double momentumProduct = 1;

    /// <summary>The decay of the mean gradient, at least 0 and below 1; 0.9 unless set.</summary>
    public double Beta1
    {
        get;
        set => field = Settings.Fraction(value, nameof(Beta1), .9);
    } = .9;

    /// <summary>The decay of the mean square, at least 0 and below 1; 0.999 unless set.</summary>
    public double Beta2
    {
        get;
        set => field = Settings.Fraction(value, nameof(Beta2), .999);
    } = .999;

    /// <summary>Added to the divisor, above 0; 1e-8 unless set.</summary>
    public double Epsilon
    {
        get;
        set => field = Settings.Positive(value, nameof(Epsilon), 1e-8);
    } = 1e-8;

    /// <summary>How fast the momentum approaches <see cref="Beta1"/>, not negative; 0.004 unless set.</summary>
    public double MomentumDecay
    {
        get;
        set => field = Settings.NotNegative(value, nameof(MomentumDecay), 4e-3);
    } = 4e-3;

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
        state.Begin(nameof(Nadam), parameters, gradients);
        var momentum = MomentumAt(state.Steps);
        var next = MomentumAt(state.Steps + 1);
        momentumProduct *= momentum;
        rule = new Rule(
            Beta1,
            Beta2,
            gradientStep: LearningRate * (1 - momentum) / (1 - momentumProduct),
            momentumStep: LearningRate * next / (1 - momentumProduct * momentum * next),
            root: 1 / Math.Sqrt(1 - Math.Pow(Beta2, state.Steps)),
            Epsilon,
            WeightDecay);
        state.Allocate(0);
        state.Allocate(1);
    }

    void IPartwiseOptimizer.Update(Span<float> parameters, ReadOnlySpan<float> gradients, int start) =>
        UpdateKernel.Run(rule, new Slots(parameters, gradients, state.Part(0, start, parameters.Length), state.Part(1, start, parameters.Length)));

    /// <inheritdoc/>
    public override void Reset()
    {
        state.Reset();
        momentumProduct = 1;
    }

    private double MomentumAt(long step) => Beta1 * (1 - .5 * Math.Pow(.96, step * MomentumDecay));

    private readonly struct Rule(double beta1, double beta2, double gradientStep, double momentumStep, double root, double epsilon, double decay) : IUpdateRule
    {
        private readonly float beta1 = (float)beta1;
        private readonly float rest1 = (float)(1 - beta1);
        private readonly float meanFloor = Subnormals.Floor(1 - beta1);
        private readonly float beta2 = (float)beta2;
        private readonly float rest2 = (float)(1 - beta2);
        private readonly float squareFloor = Subnormals.SquareFloor(1 - beta2);
        private readonly float gradientStep = (float)gradientStep;
        private readonly float gradientFloor = Subnormals.Floor(gradientStep);
        private readonly float momentumStep = (float)momentumStep;
        private readonly float momentumFloor = Subnormals.Floor(momentumStep);
        private readonly float root = (float)root;
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
            var r2 = TLanes.Broadcast(rest2);
            var floor2 = TLanes.Broadcast(squareFloor);
            var gStep = TLanes.Broadcast(gradientStep);
            var gFloor = TLanes.Broadcast(gradientFloor);
            var mStep = TLanes.Broadcast(momentumStep);
            var mFloor = TLanes.Broadcast(momentumFloor);
            var unbias = TLanes.Broadcast(root);
            var eps = TLanes.Broadcast(epsilon);
            var l2 = TLanes.Broadcast(decay);
            for (; slots.Fills<TLanes>(index); index += (nuint)TLanes.Count)
            {
                var w = TLanes.Load(ref slots.Parameters, index);
                var g = TLanes.Load(in slots.Gradients, index) + l2 * w;
                var m = TLanes.FlushSubnormals(b1 * TLanes.Load(ref slots.First, index) + r1 * TLanes.ZeroBelow(g, floor1));
                m.Store(ref slots.First, index);
                var h = TLanes.ZeroBelow(g, floor2);
                var v = TLanes.FlushSubnormals(b2 * TLanes.Load(ref slots.Second, index) + r2 * (h * h));
                v.Store(ref slots.Second, index);
                var step = gStep * TLanes.ZeroBelow(g, gFloor) + mStep * TLanes.ZeroBelow(m, mFloor);
                (w - step / (TLanes.Sqrt(v) * unbias + eps)).Store(ref slots.Parameters, index);
            }

            return index;
        }
    }
}
