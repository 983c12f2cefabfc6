using NetGen.Generators.Signal.Functions;

namespace NetGen.Generators.Signal.Formulas;

/// <summary>An activation of the user's own, by its declared formula.</summary>
/// <param name="formula">phi with its derivative.</param>
internal sealed class FormulaActivation(Func<Dual, Dual> formula) : ActivationFunction
{
    /// <summary>
    /// Beyond, phi is continued along its tangent: exp(300) and its square are finite doubles, and float32's own exp has long overflowed.
    /// </summary>
    private const double Reach = 300;

    private IReadOnlyList<double>? _kinks;

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks => _kinks ??= KinkFinder.Find(this);

    /// <inheritdoc/>
    public override double FinestScale => 1.0 / 16;

    /// <inheritdoc/>
    public override void Evaluate(double h, out double value, out double derivative)
    {
        var inside = Math.Min(Math.Max(h, -Reach), Reach);
        (value, derivative) = formula(new(inside, 1));
        value += derivative == 0 ? 0 : derivative * (h - inside);
    }

    /// <inheritdoc/>
    public override double? SaturatedShare(SignalDistribution distribution) => FlatRegions.Share(this, distribution);
}
