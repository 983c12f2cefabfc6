using NetGen.Generators.Signal.Functions;

namespace NetGen.Generators.Signal;

/// <summary>
/// What two samples have in common: with h = u + z, u the part of a unit's pre-activation that all samples share and z the samples' own, E[phi(h) phi(h')] is
/// E_u[(E_z phi(u + z))^2]. Batch normalization takes a unit's mean away and divides by its variance, both of them over z.
/// </summary>
internal static class SharedMoment
{
    /// <summary>A share of the variance that counts as none of it.</summary>
    private const double Negligible = 1e-9;

    /// <summary>The trapezoid rule over the common part, which the inner mean has smoothed: half a deviation apart, to six deviations.</summary>
    private const double Step = 0.5;

    private const double Reach = 6;

    /// <summary>E[phi phi'].</summary>
    /// <param name="function">phi.</param>
    /// <param name="distribution">Of h over units and samples.</param>
    /// <param name="shared">E[h h'] for two samples.</param>
    /// <param name="moments">Those of phi over <paramref name="distribution"/>.</param>
    public static double Of(ActivationFunction function, SignalDistribution distribution, double shared, ActivationMoments moments) =>
        Math.Min(Mean(function, distribution, shared, moments, static unit => unit.Mean * unit.Mean), moments.SecondMoment);

    /// <summary>
    /// The mean square that is left of phi after batch normalization, and what a perturbation's or a gradient's is multiplied by on its way through phi and
    /// normalization: the means over units of Var / (Var + epsilon) and of E[phi'^2] / (Var + epsilon), both without gamma.
    /// </summary>
    /// <param name="function">phi.</param>
    /// <param name="distribution">Of h over units and samples.</param>
    /// <param name="shared">E[h h'] for two samples.</param>
    /// <param name="moments">Those of phi over <paramref name="distribution"/>.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    public static (double Spread, double Slope) Normalized(
        ActivationFunction function, SignalDistribution distribution, double shared, ActivationMoments moments, double epsilon) => (
        Mean(function, distribution, shared, moments, unit => unit.Variance > 0 ? unit.Variance / (unit.Variance + epsilon) : 0),
        Mean(function, distribution, shared, moments, unit => unit.SlopeSecondMoment > 0 ? unit.SlopeSecondMoment / (unit.Variance + epsilon) : 0));

    /// <summary>The mean over units of what follows from the averages over one unit's samples.</summary>
    private static double Mean(
        ActivationFunction function, SignalDistribution distribution, double shared, ActivationMoments moments, Func<ActivationMoments, double> ofUnit)
    {
        var common = Math.Max(shared - (distribution.Mean * distribution.Mean), 0);
        if (!(common > Negligible * distribution.Variance))
        {
            return ofUnit(moments);
        }

        // Where samples differ in nothing, they still differ in rounding: a share of the variance is left to them.
        var own = Math.Max(distribution.Variance - common, Negligible * distribution.Variance);
        var deviation = Math.Sqrt(common);
        double sum = 0, mass = 0;
        for (var u = -Reach; u <= Reach; u += Step)
        {
            if (ActivationMoments.Of(function, new(distribution.Mean + (deviation * u), own)) is { } inner)
            {
                var weight = Gaussian.Density(u);
                mass += weight;
                sum += weight * ofUnit(inner);
            }
        }

        return mass > 0 ? sum / mass : ofUnit(moments);
    }
}
