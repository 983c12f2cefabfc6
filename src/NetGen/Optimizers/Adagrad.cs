using System.Runtime.CompilerServices;
using NetGen.Numerics;
using NetGen.Optimizers;

namespace NetGen;

/// <summary>
/// Each parameter's rate shrinks with the squares of its gradients: s += g^2, w -= lr / (1 + (t - 1) LearningRateDecay) g / (sqrt(s) + Epsilon)
/// (Duchi, Hazan and Singer 2011). torch.optim.Adagrad.
/// </summary>
/// <param name="learningRate">The factor on each update, finite and not negative.</param>
public sealed class Adagrad(float learningRate = 1e-2f) : ElementwiseOptimizer(learningRate)
{
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

    private protected override void Prepare(OptimizerState state)
    {
        var stepSize = LearningRate / (1 + (state.Steps - 1) * LearningRateDecay);
        rule = new Rule((float)stepSize, (float)Epsilon, (float)WeightDecay);
        state.Allocate(0, (float)InitialAccumulator);
    }

    private protected override void Update(in Slots slots) => UpdateKernel.Run(rule, slots);

    private readonly record struct Rule(float StepSize, float Epsilon, float WeightDecay) : IUpdateRule
    {
        [MethodImpl(UpdateKernel.OfItsOwn)]
        public void Run<TVector, TOp>(in Slots slots)
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector> => UpdateKernel.Walk<Vectors<TVector, TOp>, TVector, TOp>(new(this), slots);
    }

    [method: MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly struct Vectors<TVector, TOp>(in Rule rule) : IVectorRule<TVector>
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        private readonly TVector stepSize = TOp.Constant(rule.StepSize);
        private readonly TVector epsilon = TOp.Constant(rule.Epsilon);
        private readonly TVector weightDecay = TOp.Constant(rule.WeightDecay);
        private readonly TVector squareFloor = TOp.Constant(Subnormals.SquareFloor(1));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Uses(int slot) => slot == 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Step(TVector w, TVector g, ref TVector s, ref TVector second, ref TVector third)
        {
            g = Subnormals.Flush<TVector, TOp>(TOp.Add(g, TOp.Multiply(weightDecay, w)));
            var h = Subnormals.ZeroBelow<TVector, TOp>(g, squareFloor);
            s = Subnormals.Flush<TVector, TOp>(TOp.Add(s, TOp.Multiply(h, h)));
            return TOp.Subtract(w, TOp.Multiply(stepSize, TOp.Divide(g, TOp.Add(TOp.Sqrt(s), epsilon))));
        }
    }
}
