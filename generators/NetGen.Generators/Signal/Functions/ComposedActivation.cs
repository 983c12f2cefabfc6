namespace NetGen.Generators.Signal.Functions;

/// <summary>Activations one after another with no weights between: as far as the signal is concerned, one function.</summary>
/// <param name="inner">Applied first.</param>
/// <param name="outer">Applied to what <paramref name="inner"/> gives.</param>
internal sealed class ComposedActivation(ActivationFunction inner, ActivationFunction outer) : ActivationFunction
{
    /// <summary>A chain of any length bends no finer than its panels follow: each of them doubles the next one's width, so that more cost time alone.</summary>
    private const double FinestPanel = 1.0 / 256;

    /// <summary>
    /// What was computed before. The searches for kinks and flat regions and the panels ask for the same places at every link of a chain; without this each
    /// link would walk through all those before it, and a chain would cost the square of its length.
    /// </summary>
    private readonly Dictionary<double, (double Value, double Derivative)> _known = [];

    private IReadOnlyList<double>? _kinks;

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks => _kinks ??= KinkFinder.Find(this);

    /// <inheritdoc/>
    public override double FinestScale => Math.Max(FinestPanel, 0.25 * Math.Min(1, Math.Min(inner.FinestScale, outer.FinestScale)));

    /// <inheritdoc/>
    public override void Evaluate(double h, out double value, out double derivative)
    {
        if (_known.TryGetValue(h, out var known))
        {
            (value, derivative) = known;
            return;
        }

        inner.Evaluate(h, out var between, out var innerSlope);
        outer.Evaluate(between, out value, out var outerSlope);
        derivative = innerSlope == 0 || outerSlope == 0 ? 0 : innerSlope * outerSlope;
        _known.Add(h, (value, derivative));
    }

    /// <inheritdoc/>
    public override double? SaturatedShare(SignalDistribution distribution) => FlatRegions.Share(this, distribution);
}
