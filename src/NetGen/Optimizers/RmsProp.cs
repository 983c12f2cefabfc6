using System.Runtime.CompilerServices;
using NetGen.Numerics;
using NetGen.Optimizers;

namespace NetGen;

/// <summary>
/// Gradients over their running root mean square: v = Alpha v + (1 - Alpha) g^2, w -= lr g / (sqrt(v) + Epsilon) (Tieleman and Hinton 2012).
/// torch.optim.RMSprop, momentum and centring included.
/// </summary>
/// <param name="learningRate">The factor on each update, finite and not negative.</param>
public sealed class RmsProp(float learningRate = 1e-2f) : ElementwiseOptimizer(learningRate)
{
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

    private protected override void Prepare(OptimizerState state)
    {
        rule = new Rule(
            LearningRate,
            Decay.OfMean(Alpha),
            Decay.OfSquare(Alpha),
            (float)Epsilon,
            (float)Momentum,
            (float)WeightDecay,
            HasMomentum: Momentum > 0,
            IsCentered: Centered);
        state.Allocate(0);
        if (rule.HasMomentum)
        {
            state.Allocate(1);
        }

        if (rule.IsCentered)
        {
            state.Allocate(2);
        }
    }

    private protected override void Update(in Slots slots) => UpdateKernel.Run(rule, slots);

    private readonly record struct Rule(
        float LearningRate, Decay Mean, Decay Square, float Epsilon, float Momentum, float WeightDecay, bool HasMomentum, bool IsCentered) : IUpdateRule
    {
        [MethodImpl(UpdateKernel.OfItsOwn)]
        public void Run<TVector, TOp>(in Slots slots)
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector> => UpdateKernel.Walk<Vectors<TVector, TOp>, TVector, TOp>(new(this), slots);
    }

    /// <summary>First holds v, second the momentum, third the mean gradient. The branches are the same throughout the loop, and cost next to nothing.</summary>
    [method: MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly struct Vectors<TVector, TOp>(in Rule rule) : IVectorRule<TVector>
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        private readonly TVector learningRate = TOp.Constant(rule.LearningRate);
        private readonly RunningMean<TVector, TOp> means = new(rule.Mean);
        private readonly RunningSquare<TVector, TOp> squares = new(rule.Square);
        private readonly TVector meanFloor = TOp.Constant(Subnormals.SquareFloor(1));
        private readonly TVector epsilon = TOp.Constant(rule.Epsilon);
        private readonly TVector momentum = TOp.Constant(rule.Momentum);
        private readonly TVector weightDecay = TOp.Constant(rule.WeightDecay);
        private readonly bool hasMomentum = rule.HasMomentum;
        private readonly bool isCentered = rule.IsCentered;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Uses(int slot) => slot == 1 || (slot == 2 ? hasMomentum : isCentered);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Step(TVector w, TVector g, ref TVector square, ref TVector kept, ref TVector mean)
        {
            g = Subnormals.Flush<TVector, TOp>(TOp.Add(g, TOp.Multiply(weightDecay, w)));
            square = squares.Next(square, g);
            var v = square;
            if (isCentered)
            {
                mean = means.Next(mean, g);

                // Rounding can leave the difference a little below 0 where the gradient hardly varies.
                var c = Subnormals.ZeroBelow<TVector, TOp>(mean, meanFloor);
                v = TOp.AtLeast(TOp.Zero, TOp.Subtract(v, TOp.Multiply(c, c)));
            }

            var direction = TOp.Divide(g, TOp.Add(TOp.Sqrt(v), epsilon));
            if (hasMomentum)
            {
                kept = Subnormals.Flush<TVector, TOp>(TOp.Add(TOp.Multiply(momentum, kept), direction));
                direction = kept;
            }

            return TOp.Subtract(w, TOp.Multiply(learningRate, direction));
        }
    }
}
