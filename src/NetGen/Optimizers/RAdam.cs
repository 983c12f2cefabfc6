using System.Runtime.CompilerServices;
using NetGen.Optimizers;

namespace NetGen;

/// <summary>
/// Adam that waits with the division until the mean square can be trusted: with rho = 2 / (1 - Beta2) - 1 and
/// rho_t = rho - 2 t Beta2^t / (1 - Beta2^t), steps with rho_t of at most 5 use the mean gradient alone, later ones are multiplied by
/// sqrt((rho_t - 4)(rho_t - 2) rho / ((rho - 4)(rho - 2) rho_t)) (Liu et al. 2020). torch.optim.RAdam.
/// </summary>
/// <param name="learningRate">The factor on each update, finite and not negative.</param>
public sealed class RAdam(float learningRate = 1e-3f) : Optimizer(learningRate), IPartwiseOptimizer
{
    private readonly OptimizerState state = new();
    private bool isEarly;
    private EarlyRule early;
    private RectifiedRule rectified;

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
        state.Begin(nameof(RAdam), parameters, gradients);
        var power2 = Math.Pow(Beta2, state.Steps);
        var correction2 = 1 - power2;
        var stepSize = LearningRate / (1 - Math.Pow(Beta1, state.Steps));
        var longest = 2 / (1 - Beta2) - 1;
        var length = longest - 2 * state.Steps * power2 / correction2;
        isEarly = !(length > 5);
        if (isEarly)
        {
            early = new EarlyRule(Beta1, Beta2, stepSize, WeightDecay);
        }
        else
        {
            var rectification = Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length));
            rectified = new RectifiedRule(Beta1, Beta2, stepSize * rectification * Math.Sqrt(correction2), Epsilon, WeightDecay);
        }

        state.Allocate(0);
        state.Allocate(1);
    }

    void IPartwiseOptimizer.Update(Span<float> parameters, ReadOnlySpan<float> gradients, int start)
    {
        var slots = new Slots(parameters, gradients, state.Part(0, start, parameters.Length), state.Part(1, start, parameters.Length));
        if (isEarly)
        {
            UpdateKernel.Run(early, slots);
        }
        else
        {
            UpdateKernel.Run(rectified, slots);
        }
    }

    /// <inheritdoc/>
    public override void Reset() => state.Reset();

    private readonly struct RectifiedRule(double beta1, double beta2, double stepSize, double epsilon, double decay) : IUpdateRule
    {
        private readonly float beta1 = (float)beta1;
        private readonly float rest1 = (float)(1 - beta1);
        private readonly float meanFloor = Subnormals.Floor(1 - beta1);
        private readonly float beta2 = (float)beta2;
        private readonly float rest2 = (float)(1 - beta2);
        private readonly float squareFloor = Subnormals.SquareFloor(1 - beta2);
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
            var r2 = TLanes.Broadcast(rest2);
            var floor2 = TLanes.Broadcast(squareFloor);
            var lr = TLanes.Broadcast(stepSize);
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
                (w - lr * (m / (TLanes.Sqrt(v) + eps))).Store(ref slots.Parameters, index);
            }

            return index;
        }
    }

    private readonly struct EarlyRule(double beta1, double beta2, double stepSize, double decay) : IUpdateRule
    {
        private readonly float beta1 = (float)beta1;
        private readonly float rest1 = (float)(1 - beta1);
        private readonly float meanFloor = Subnormals.Floor(1 - beta1);
        private readonly float beta2 = (float)beta2;
        private readonly float rest2 = (float)(1 - beta2);
        private readonly float squareFloor = Subnormals.SquareFloor(1 - beta2);
        private readonly float stepSize = (float)stepSize;
        private readonly float stepFloor = Subnormals.Floor(stepSize);
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
            var lr = TLanes.Broadcast(stepSize);
            var least = TLanes.Broadcast(stepFloor);
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
                (w - lr * TLanes.ZeroBelow(m, least)).Store(ref slots.Parameters, index);
            }

            return index;
        }
    }
}
