using System.Runtime.CompilerServices;
using NetGen.Optimizers;

namespace NetGen;

/// <summary>
/// Each parameter's rate shrinks with the squares of its gradients: s += g^2, w -= lr / (1 + (t - 1) LearningRateDecay) g / (sqrt(s) + Epsilon)
/// (Duchi, Hazan and Singer 2011). torch.optim.Adagrad.
/// </summary>
/// <param name="learningRate">The factor on each update, finite and not negative.</param>
public sealed class Adagrad(float learningRate = 1e-2f) : Optimizer(learningRate), IPartwiseOptimizer
{
    private readonly OptimizerState state = new();
    private Rule rule;

    /// <summary>How fast the learning rate falls with the steps, not negative; 0 unless set.</summary>
    public double LearningRateDecay
    {
        get;
        set => field = Settings.NotNegative(value, nameof(LearningRateDecay), 1e-4);
    }

    /// <summary>What the sums of squares start as at the first step, not negative; 0 unless set.</summary>
    public double InitialAccumulator
    {
        get;
        set => field = Settings.NotNegative(value, nameof(InitialAccumulator), .1);
    }

    /// <summary>Added to the divisor, above 0; 1e-10 unless set.</summary>
    public double Epsilon
    {
        get;
        set => field = Settings.Positive(value, nameof(Epsilon), 1e-10);
    } = 1e-10;

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
        state.Begin(nameof(Adagrad), parameters, gradients);
        var stepSize = (float)(LearningRate / (1 + (state.Steps - 1) * LearningRateDecay));
        rule = new Rule(stepSize, (float)Epsilon, (float)WeightDecay);
        state.Allocate(0, (float)InitialAccumulator);
    }

    void IPartwiseOptimizer.Update(Span<float> parameters, ReadOnlySpan<float> gradients, int start) =>
        UpdateKernel.Run(rule, new Slots(parameters, gradients, state.Part(0, start, parameters.Length)));

    /// <inheritdoc/>
    public override void Reset() => state.Reset();

    private readonly struct Rule(float stepSize, float epsilon, float decay) : IUpdateRule
    {
        private readonly float squareFloor = Subnormals.SquareFloor(1);

        [MethodImpl(UpdateKernel.OfItsOwn)]
        public nuint Walk<TLanes>(Slots slots, nuint index)
            where TLanes : struct, ILanes<TLanes>
        {
            var lr = TLanes.Broadcast(stepSize);
            var eps = TLanes.Broadcast(epsilon);
            var l2 = TLanes.Broadcast(decay);
            var floor = TLanes.Broadcast(squareFloor);
            for (; slots.Fills<TLanes>(index); index += (nuint)TLanes.Count)
            {
                var w = TLanes.Load(ref slots.Parameters, index);
                var g = TLanes.FlushSubnormals(TLanes.Load(in slots.Gradients, index) + l2 * w);
                var h = TLanes.ZeroBelow(g, floor);
                var s = TLanes.FlushSubnormals(TLanes.Load(ref slots.First, index) + h * h);
                s.Store(ref slots.First, index);
                (w - lr * (g / (TLanes.Sqrt(s) + eps))).Store(ref slots.Parameters, index);
            }

            return index;
        }
    }
}
