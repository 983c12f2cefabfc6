using System.Runtime.CompilerServices;
using NetGen.Numerics;
using NetGen.Optimizers;

namespace NetGen;

/// <summary>
/// Adam that waits with the division until the mean square can be trusted: with rho = 2 / (1 - Beta2) - 1 and
/// rho_t = rho - 2 t Beta2^t / (1 - Beta2^t), steps with rho_t of at most 5 use the mean gradient alone, later ones are multiplied by
/// sqrt((rho_t - 4)(rho_t - 2) rho / ((rho - 4)(rho - 2) rho_t)) (Liu et al. 2020). torch.optim.RAdam.
/// </summary>
/// <param name="learningRate">The factor on each update, finite and not negative.</param>
public sealed class RAdam(float learningRate = 1e-3f) : MomentOptimizer(learningRate)
{
    private Rule rule;

    private protected override void PrepareRule(long steps)
    {
        var power2 = Math.Pow(Beta2, steps);
        var correction2 = 1 - power2;
        var stepSize = LearningRate / Correction(Beta1, steps);
        var longest = 2 / (1 - Beta2) - 1;
        var length = longest - 2 * steps * power2 / correction2;
        var isEarly = !(length > 5);
        if (!isEarly)
        {
            // The mean square's correction is within the step size too.
            stepSize = stepSize * Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length)) * Math.Sqrt(correction2);
        }

        rule = new Rule(
            Decay.OfMean(Beta1), Decay.OfSquare(Beta2), (float)stepSize, Subnormals.Floor(stepSize), (float)Epsilon, (float)WeightDecay, isEarly);
    }

    private protected override void Update(in Slots slots) => UpdateKernel.Run(rule, slots);

    private readonly record struct Rule(
        Decay Mean, Decay Square, float StepSize, float StepFloor, float Epsilon, float WeightDecay, bool IsEarly) : IUpdateRule
    {
        [MethodImpl(UpdateKernel.OfItsOwn)]
        public void Run<TVector, TOp>(in Slots slots)
            where TVector : struct
            where TOp : struct, IVectorOperations<TVector> => UpdateKernel.Walk<Vectors<TVector, TOp>, TVector, TOp>(new(this), slots);
    }

    /// <summary>The branch is the same throughout the loop, and costs next to nothing.</summary>
    [method: MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly struct Vectors<TVector, TOp>(in Rule rule) : IVectorRule<TVector>
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        private readonly RunningMean<TVector, TOp> mean = new(rule.Mean);
        private readonly RunningSquare<TVector, TOp> square = new(rule.Square);
        private readonly TVector stepSize = TOp.Constant(rule.StepSize);
        private readonly TVector stepFloor = TOp.Constant(rule.StepFloor);
        private readonly TVector epsilon = TOp.Constant(rule.Epsilon);
        private readonly TVector weightDecay = TOp.Constant(rule.WeightDecay);
        private readonly bool isEarly = rule.IsEarly;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Uses(int slot) => slot <= 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Step(TVector w, TVector g, ref TVector m, ref TVector v, ref TVector third)
        {
            g = TOp.Add(g, TOp.Multiply(weightDecay, w));
            m = mean.Next(m, g);
            v = square.Next(v, g);
            var direction = isEarly ? Subnormals.ZeroBelow<TVector, TOp>(m, stepFloor) : TOp.Divide(m, TOp.Add(TOp.Sqrt(v), epsilon));
            return TOp.Subtract(w, TOp.Multiply(stepSize, direction));
        }
    }
}
