namespace NetGen.Generators.Signal.Functions;

/// <summary>The sum of two functions of the same pre-activation: a residual block with no weights inside.</summary>
/// <param name="first">One.</param>
/// <param name="second">The other.</param>
internal sealed class SummedActivation(ActivationFunction first, ActivationFunction second) : ActivationFunction
{
    private IReadOnlyList<double>? _kinks;

    /// <inheritdoc/>
    public override IReadOnlyList<double> Kinks => _kinks ??= [.. first.Kinks, .. second.Kinks];

    /// <inheritdoc/>
    public override double FinestScale => Math.Min(first.FinestScale, second.FinestScale);

    /// <inheritdoc/>
    public override void Evaluate(double h, out double value, out double derivative)
    {
        first.Evaluate(h, out value, out derivative);
        second.Evaluate(h, out var other, out var otherSlope);
        value += other;
        derivative += otherSlope;
    }

    /// <inheritdoc/>
    public override double? SaturatedShare(SignalDistribution distribution) => FlatRegions.Share(this, distribution);
}
