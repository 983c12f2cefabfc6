namespace NetGen.Generators.Signal;

/// <summary>How the values at one place of the network are distributed over samples, units and draws of the weights.</summary>
/// <param name="Mean">E[h].</param>
/// <param name="Variance">Var(h), finite and at least 0.</param>
/// <param name="IsUniform">Whether the values are uniform (an input declared by its range); normal otherwise.</param>
internal sealed record SignalDistribution(double Mean, double Variance, bool IsUniform = false)
{
    private const double SqrtThree = 1.7320508075688772935;

    /// <summary>sqrt Var(h).</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>E[h^2]: q of the forward recursion.</summary>
    public double SecondMoment => Variance + (Mean * Mean);

    /// <summary>P(low &lt; h &lt; high), with the bounds allowed to be infinite.</summary>
    public double Probability(double low, double high)
    {
        var deviation = StandardDeviation;
        if (deviation == 0)
        {
            return Mean > low && Mean < high ? 1 : 0;
        }

        var from = (low - Mean) / deviation;
        var to = (high - Mean) / deviation;
        if (IsUniform)
        {
            from = Math.Max(from, -SqrtThree);
            to = Math.Min(to, SqrtThree);
            return to <= from ? 0 : (to - from) / (2 * SqrtThree);
        }

        // Both bounds above the mean: the difference of upper tails, which does not cancel.
        var share = from > 0 ? Gaussian.Cdf(-from) - Gaussian.Cdf(-to) : Gaussian.Cdf(to) - Gaussian.Cdf(from);
        return Math.Min(Math.Max(share, 0), 1);
    }
}
