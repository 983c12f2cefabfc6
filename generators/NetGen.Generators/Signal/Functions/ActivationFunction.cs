namespace NetGen.Generators.Signal.Functions;

/// <summary>phi and phi' in double precision, and what the quadrature must know of their shape.</summary>
internal abstract class ActivationFunction
{
    /// <summary>Below this share of its largest value a slope counts as flat: the definition of saturation.</summary>
    public const double FlatShare = 0.1;

    /// <summary>phi(h) and phi'(h), finite for every finite h that the analysis can reach.</summary>
    /// <param name="h">The pre-activation.</param>
    /// <param name="value">phi(h).</param>
    /// <param name="derivative">phi'(h); at a kink, one of the one-sided slopes.</param>
    public abstract void Evaluate(double h, out double value, out double derivative);

    /// <summary>Where phi or one of its derivatives jumps, other than at 0.</summary>
    public virtual IReadOnlyList<double> Kinks => [];

    /// <summary>The width around 0 in which phi bends; panels start at this width and double outwards.</summary>
    public virtual double FinestScale => 2;

    /// <summary>
    /// P(|phi'(h)| &lt; 10% of max |phi'|); null for functions that are not flat towards both ends (ReLU and its kin do not saturate, they switch off).
    /// </summary>
    public abstract double? SaturatedShare(SignalDistribution distribution);

    /// <summary>Whether negative pre-activations give neither a value nor a slope, so that a unit can be dead.</summary>
    public virtual bool SwitchesOff => false;

    /// <summary>The moments under a zero-mean normal distribution where a closed form is known; null where the quadrature has to find them.</summary>
    /// <param name="variance">Var(h), above 0.</param>
    public virtual ActivationMoments? ClosedForm(double variance) => null;
}
