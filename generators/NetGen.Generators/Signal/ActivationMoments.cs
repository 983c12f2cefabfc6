using NetGen.Generators.Signal.Functions;

namespace NetGen.Generators.Signal;

/// <summary>The averages over the pre-activations that the recursions need.</summary>
/// <param name="Mean">E[phi].</param>
/// <param name="SecondMoment">E[phi^2], M of the recursions.</param>
/// <param name="CentredSecondMoment">E[(phi - 1/2)^2], what a layer sees that subtracts the middle of a logistic unit.</param>
/// <param name="FourthMoment">E[phi^4].</param>
/// <param name="SlopeSecondMoment">E[phi'^2].</param>
internal sealed record ActivationMoments(
    double Mean,
    double SecondMoment,
    double CentredSecondMoment,
    double FourthMoment,
    double SlopeSecondMoment)
{
    /// <summary>E[phi'^4]; not finite where it does not converge.</summary>
    public double SlopeFourthMoment { get; init; } = SlopeSecondMoment * SlopeSecondMoment;

    /// <summary>How much of a moment the outermost panels may hold before it counts as not converged (a function that grows like exp).</summary>
    private const double TailShare = 1e-6;

    /// <summary>Var(phi).</summary>
    public double Variance => Math.Max(SecondMoment - (Mean * Mean), 0);

    /// <summary>E[phi^4] / E[phi^2]^2 - 1: how much of the signal's size differs from unit to unit; null where there is no signal.</summary>
    public double? Kappa => SecondMoment > 0 ? Math.Max((FourthMoment / SecondMoment / SecondMoment) - 1, 0) : null;

    /// <summary>E[phi'^4] / E[phi'^2]^2 - 1: how much of a perturbation's size differs from unit to unit; null where none passes.</summary>
    public double? SlopeKappa =>
        SlopeSecondMoment > 0 && SlopeFourthMoment / SlopeSecondMoment / SlopeSecondMoment is var ratio && SignalMath.IsFinite(ratio) ? Math.Max(ratio - 1, 0) : null;

    /// <summary>Integrates phi over the distribution of its pre-activations. Costs a few hundred evaluations.</summary>
    /// <param name="function">phi.</param>
    /// <param name="distribution">Of the pre-activations.</param>
    /// <returns>Null where a moment is not finite or does not converge.</returns>
    public static ActivationMoments? Of(ActivationFunction function, SignalDistribution distribution)
    {
        if (distribution.Variance > 0)
        {
            return (distribution is { Mean: 0, IsUniform: false } ? function.ClosedForm(distribution.Variance) : null)
                ?? Integrate(function, distribution);
        }

        function.Evaluate(distribution.Mean, out var value, out var derivative);
        var square = value * value;
        return Checked(new(value, square, (value - 0.5) * (value - 0.5), square * square, derivative * derivative));
    }

    private static ActivationMoments? Integrate(ActivationFunction function, SignalDistribution distribution)
    {
        double mean = 0, second = 0, centred = 0, fourth = 0, slope = 0, slopeFourth = 0, tail = 0, slopeTail = 0;
        Quadrature.ForEach(function, distribution, (weight, value, derivative, isTail) =>
        {
            var square = value * value;
            var slopeSquare = derivative * derivative;
            mean += weight * value;
            second += weight * square;
            centred += weight * (value - 0.5) * (value - 0.5);
            fourth += weight * square * square;
            slope += weight * slopeSquare;
            slopeFourth += weight * slopeSquare * slopeSquare;
            if (isTail)
            {
                tail += weight * square;
                slopeTail += weight * slopeSquare;
            }
        });

        var converged = tail <= TailShare * second && slopeTail <= TailShare * slope;
        return converged ? Checked(new(mean, second, centred, fourth, slope) { SlopeFourthMoment = slopeFourth }) : null;
    }

    private static ActivationMoments? Checked(ActivationMoments moments)
    {
        // One addition meets every NaN and infinity: the second moments are not negative, and nothing finite is lost by halving.
        var sum = (0.25 * moments.SecondMoment) + (0.25 * moments.CentredSecondMoment) + (0.25 * moments.SlopeSecondMoment) + moments.Mean;
        return double.IsNaN(sum) || double.IsInfinity(sum) || double.IsNaN(moments.FourthMoment) || double.IsInfinity(moments.FourthMoment)
            ? null
            : moments;
    }
}
