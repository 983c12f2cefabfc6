namespace NetGen.Generators.Graph.Operations;

/// <summary>x = scale input + shift, what the network does to each value before its first layer.</summary>
/// <param name="Input">What the caller passes in.</param>
/// <param name="X">What the first layer receives.</param>
/// <param name="Scale">The factor.</param>
/// <param name="Shift">What is added.</param>
internal sealed record Rescaling(Value Input, Value X, double Scale, double Shift) : Operation(0)
{
    /// <inheritdoc/>
    public override string Formula => FormattableString.Invariant(
        $"{X} = {(Scale == 1 ? "" : FormattableString.Invariant($"{Scale:g4} "))}{Input}{(Shift == 0 ? "" : Shift > 0 ? FormattableString.Invariant($" + {Shift:g4}") : FormattableString.Invariant($" - {-Shift:g4}"))}");

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads => [Input];

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => [X];

    /// <inheritdoc/>
    public override Forms Forms => Forms.Rows | Forms.Lanes | Forms.Sample;

    /// <inheritdoc/>
    public override SignalEffect Effect => new SignalEffect.Affine(Input, Scale, Shift);

    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with { Input = map(Input), X = map(X) };

    /// <inheritdoc/>
    public override void Differentiate(IGradients gradients)
    {
        if (gradients.Needs(Input))
        {
            // The chain rule's factor is applied where the gradient is copied out to the caller.
            gradients.Contribute(Input, gradients.Of(X));
        }
    }
}
