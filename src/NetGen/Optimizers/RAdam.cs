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
        private readonly float beta2 = (float)beta2;
        private readonly float rest2 = (float)(1 - beta2);
        private readonly float stepSize = (float)stepSize;
        private readonly float epsilon = (float)epsilon;
        private readonly float decay = (float)decay;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TLanes>(ref readonly Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes>
        {
            var w = TLanes.Load(ref slots.Parameters, index);
            var g = TLanes.Load(in slots.Gradients, index) + TLanes.Broadcast(decay) * w;
            var m = TLanes.FlushSubnormals(TLanes.Broadcast(beta1) * TLanes.Load(ref slots.First, index) + TLanes.Broadcast(rest1) * g);
            m.Store(ref slots.First, index);
            var v = TLanes.FlushSubnormals(TLanes.Broadcast(beta2) * TLanes.Load(ref slots.Second, index) + TLanes.Broadcast(rest2) * (g * g));
            v.Store(ref slots.Second, index);
            (w - TLanes.Broadcast(stepSize) * (m / (TLanes.Sqrt(v) + TLanes.Broadcast(epsilon)))).Store(ref slots.Parameters, index);
        }
    }

    private readonly struct EarlyRule(double beta1, double beta2, double stepSize, double decay) : IUpdateRule
    {
        private readonly float beta1 = (float)beta1;
        private readonly float rest1 = (float)(1 - beta1);
        private readonly float beta2 = (float)beta2;
        private readonly float rest2 = (float)(1 - beta2);
        private readonly float stepSize = (float)stepSize;
        private readonly float decay = (float)decay;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Apply<TLanes>(ref readonly Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes>
        {
            var w = TLanes.Load(ref slots.Parameters, index);
            var g = TLanes.Load(in slots.Gradients, index) + TLanes.Broadcast(decay) * w;
            var m = TLanes.FlushSubnormals(TLanes.Broadcast(beta1) * TLanes.Load(ref slots.First, index) + TLanes.Broadcast(rest1) * g);
            m.Store(ref slots.First, index);
            var v = TLanes.FlushSubnormals(TLanes.Broadcast(beta2) * TLanes.Load(ref slots.Second, index) + TLanes.Broadcast(rest2) * (g * g));
            v.Store(ref slots.Second, index);
            (w - TLanes.Broadcast(stepSize) * m).Store(ref slots.Parameters, index);
        }
    }
}
