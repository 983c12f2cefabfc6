using NetGen.Generators.Signal.Functions;

namespace NetGen.Generators.Signal;

/// <summary>
/// E[phi(h) phi(h')] for two samples whose pre-activations of a unit have something in common: with h = u + z, u the common part and z the samples' own, it is
/// E_u[(E_z phi(u + z))^2]. What batch normalization divides by is E[phi^2] minus this.
/// </summary>
internal static class SharedMoment
{
    /// <summary>Shares of the variance that count as none and as all of it.</summary>
    private const double Negligible = 1e-9;

    /// <summary>The trapezoid rule over the common part, which the inner mean has smoothed: half a deviation apart, to six deviations.</summary>
    private const double Step = 0.5;

    private const double Reach = 6;

    /// <summary>The moment.</summary>
    /// <param name="function">phi.</param>
    /// <param name="distribution">Of h over units and samples.</param>
    /// <param name="shared">E[h h'] for two samples.</param>
    /// <param name="moments">Those of phi over <paramref name="distribution"/>.</param>
    public static double Of(ActivationFunction function, SignalDistribution distribution, double shared, ActivationMoments moments)
    {
        var common = Math.Max(shared - (distribution.Mean * distribution.Mean), 0);
        if (!(common > Negligible * distribution.Variance))
        {
            return moments.Mean * moments.Mean;
        }

        if (common >= (1 - Negligible) * distribution.Variance)
        {
            return moments.SecondMoment;
        }

        var own = distribution.Variance - common;
        var deviation = Math.Sqrt(common);
        double sum = 0, mass = 0;
        for (var u = -Reach; u <= Reach; u += Step)
        {
            if (ActivationMoments.Of(function, new(distribution.Mean + (deviation * u), own)) is { } inner)
            {
                var weight = Gaussian.Density(u);
                mass += weight;
                sum += weight * inner.Mean * inner.Mean;
            }
        }

        return mass > 0 ? Math.Min(sum / mass, moments.SecondMoment) : moments.Mean * moments.Mean;
    }
}
