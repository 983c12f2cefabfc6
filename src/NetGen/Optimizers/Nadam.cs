using System.Runtime.CompilerServices;
using NetGen.Numerics;
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
public sealed class Nadam(float learningRate = 2e-3f) : MomentOptimizer(learningRate)
{
    private Rule rule;
    private double momentumProduct = 1;

    /// <summary>How fast the momentum approaches <see cref="MomentOptimizer.Beta1"/>, not negative; 0.004 unless set.</summary>
    public double MomentumDecay
    {
        get;
        set => field = Settings.NotNegative(value, nameof(MomentumDecay), 4e-3);
    } = 4e-3;

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        momentumProduct = 1;
    }

    private protected override void PrepareRule(long steps)
    {
        var momentum = MomentumAt(steps);
        var next = MomentumAt(steps + 1);
        momentumProduct *= momentum;
        var gradientStep = LearningRate * (1 - momentum) / (1 - momentumProduct);
        var momentumStep = LearningRate * next / (1 - momentumProduct * momentum * next);
        rule = new Rule(
            Decay.OfMean(Beta1),
            Decay.OfSquare(Beta2),
            (float)gradientStep,
            Subnormals.Floor(gradientStep),
            (float)momentumStep,
            Subnormals.Floor(momentumStep),
            Root: (float)(1 / Math.Sqrt(Correction(Beta2, steps))),
            (float)Epsilon,
            (float)WeightDecay);
    }

    private protected override void Update(in Slots slots) => UpdateKernel.Run(rule, slots);

    private double MomentumAt(long step) => Beta1 * (1 - .5 * Math.Pow(.96, step * MomentumDecay));

    private readonly record struct Rule(
        Decay Mean,
        Decay Square,
        float GradientStep,
        float GradientFloor,
        float MomentumStep,
        float MomentumFloor,
        float Root,
        float Epsilon,
        float WeightDecay) : IUpdateRule
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
        private readonly RunningMean<TVector, TOp> mean = new(rule.Mean);
        private readonly RunningSquare<TVector, TOp> square = new(rule.Square);
        private readonly TVector gradientStep = TOp.Constant(rule.GradientStep);
        private readonly TVector gradientFloor = TOp.Constant(rule.GradientFloor);
        private readonly TVector momentumStep = TOp.Constant(rule.MomentumStep);
        private readonly TVector momentumFloor = TOp.Constant(rule.MomentumFloor);
        private readonly TVector root = TOp.Constant(rule.Root);
        private readonly TVector epsilon = TOp.Constant(rule.Epsilon);
        private readonly TVector weightDecay = TOp.Constant(rule.WeightDecay);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Uses(int slot) => slot <= 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Step(TVector w, TVector g, ref TVector m, ref TVector v, ref TVector third)
        {
            g = TOp.Add(g, TOp.Multiply(weightDecay, w));
            m = mean.Next(m, g);
            v = square.Next(v, g);
            var step = TOp.Add(
                TOp.Multiply(gradientStep, Subnormals.ZeroBelow<TVector, TOp>(g, gradientFloor)),
                TOp.Multiply(momentumStep, Subnormals.ZeroBelow<TVector, TOp>(m, momentumFloor)));
            return TOp.Subtract(w, TOp.Divide(step, TOp.Add(TOp.Multiply(TOp.Sqrt(v), root), epsilon)));
        }
    }
}
