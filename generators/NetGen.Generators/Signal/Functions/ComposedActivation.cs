namespace NetGen.Generators.Signal.Functions;

/// <summary>Activations one after another with no weights between: as far as the signal is concerned, one function.</summary>
/// <param name="inner">Applied first.</param>
/// <param name="outer">Applied to what <paramref name="inner"/> gives.</param>
internal sealed class ComposedActivation(ActivationFunction inner, ActivationFunction outer) : ActivationFunction
{
    private IReadOnlyList<double>? _kinks;

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks => _kinks ??= KinkFinder.Find(this);

    /// <inheritdoc/>
    public override double FinestScale => Math.Min(0.25, 0.25 * Math.Min(inner.FinestScale, outer.FinestScale));

    /// <inheritdoc/>
    public override void Evaluate(double h, out double value, out double derivative)
    {
        inner.Evaluate(h, out var between, out var innerSlope);
        outer.Evaluate(between, out value, out var outerSlope);
        derivative = innerSlope == 0 || outerSlope == 0 ? 0 : innerSlope * outerSlope;
    }

    /// <inheritdoc/>
    public override double? SaturatedShare(SignalDistribution distribution) => FlatRegions.Share(this, distribution);
}
