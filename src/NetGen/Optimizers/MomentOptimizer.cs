using NetGen.Optimizers;

namespace NetGen;

/// <summary>
/// Adam and its relatives: what they remember of each parameter's gradients is a running mean and a running second moment, and they divide the one by the root
/// of the other.
/// </summary>
public abstract class MomentOptimizer : ElementwiseOptimizer
{
    private protected MomentOptimizer(float learningRate)
        : base(learningRate)
    {
    }

    /// <summary>The decay of the mean gradient, at least 0 and below 1; 0.9 unless set.</summary>
    public double Beta1
    {
        get;
        set => field = Settings.Fraction(value, nameof(Beta1), .9);
    } = .9;

    /// <summary>The decay of the mean square, in <see cref="Adamax"/> of the largest gradient, at least 0 and below 1; 0.999 unless set.</summary>
    public double Beta2
    {
        get;
        set => field = Settings.Fraction(value, nameof(Beta2), .999);
    } = .999;

    /// <summary>Added to the divisor, in <see cref="Adamax"/> to the magnitude of each gradient, above 0; 1e-8 unless set.</summary>
    public double Epsilon
    {
        get;
        set => field = Settings.Positive(value, nameof(Epsilon), 1e-8);
    } = 1e-8;

    /// <summary>1 - Beta^t, by which a mean that began at 0 falls short after t steps.</summary>
    private protected static double Correction(double beta, long steps) => 1 - Math.Pow(beta, steps);

    /// <inheritdoc/>
    private protected override void Prepare(OptimizerState state)
    {
        PrepareRule(state.Steps);
        state.Allocate(0);
        state.Allocate(1);
    }

    /// <summary>Computes a step's scalars.</summary>
    /// <param name="steps">Steps taken, the present one included.</param>
    private protected abstract void PrepareRule(long steps);
}
