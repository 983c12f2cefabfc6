namespace NetGen.Generators.Graph.Operations;

/// <summary>Drops values at random: those that stay become scale x + shift, the others a constant. Training only; prediction is without it.</summary>
/// <param name="Layer">The layer that it came from.</param>
/// <param name="X">The values.</param>
/// <param name="Y">Of the same shape.</param>
/// <param name="Kept">One bit per value: whether it stays.</param>
/// <param name="Rate">The share that is dropped.</param>
/// <param name="Scale">The factor on what stays.</param>
/// <param name="Shift">What is added to what stays.</param>
/// <param name="Dropped">What a dropped value becomes.</param>
internal sealed record Mask(int Layer, Value X, Value Y, Value Kept, double Rate, double Scale, double Shift, double Dropped) : Operation(Layer)
{
    /// <inheritdoc/>
    public override string Formula => FormattableString.Invariant($"{Y} = {Kept} ? {Scale:g6} {X}{(Shift == 0 ? "" : FormattableString.Invariant($" + {Shift:g6}"))} : {Dropped:g6}");

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads => [X];

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => [Y, Kept];

    /// <inheritdoc/>
    public override Forms Forms => Forms.Rows | Forms.Lanes;

    /// <inheritdoc/>
    public override bool IsRandom => true;

    /// <inheritdoc/>
    public override Value? Overwrites => X;

    /// <inheritdoc/>
    public override SignalEffect Effect => new SignalEffect.Dropping(X, Rate, Scale, Shift, Dropped);

    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with { X = map(X), Y = map(Y), Kept = map(Kept) };

    /// <inheritdoc/>
    public override void Differentiate(IGradients gradients)
    {
        if (gradients.Needs(X))
        {
            var dx = gradients.New(X);
            gradients.Append(new MaskGradient(Layer, Kept, gradients.Of(Y), dx, Scale));
            gradients.Contribute(X, dx);
        }
    }
}
