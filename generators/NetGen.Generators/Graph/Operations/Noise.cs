namespace NetGen.Generators.Graph.Operations;

/// <summary>y = x + n with independent normal n of mean 0. Training only; prediction is without it.</summary>
/// <param name="Layer">The layer that it came from.</param>
/// <param name="X">The values.</param>
/// <param name="Y">Of the same shape.</param>
/// <param name="StandardDeviation">Of n.</param>
internal sealed record Noise(int Layer, Value X, Value Y, double StandardDeviation) : Operation(Layer)
{
    /// <inheritdoc/>
    public override string Formula => FormattableString.Invariant($"{Y} = {X} + {StandardDeviation:g6} normal");

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads => [X];

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => [Y];

    /// <inheritdoc/>
    public override Forms Forms => Forms.Rows | Forms.Lanes;

    /// <inheritdoc/>
    public override bool IsRandom => true;

    /// <inheritdoc/>
    public override Value? Overwrites => X;

    /// <inheritdoc/>
    public override SignalEffect Effect => new SignalEffect.Noise(X, StandardDeviation * StandardDeviation);

    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with { X = map(X), Y = map(Y) };

    /// <inheritdoc/>
    public override void Differentiate(IGradients gradients) => gradients.Contribute(X, gradients.Of(Y));
}
