namespace NetGen.Generators.Graph.Operations;

/// <summary>The same values in the same order, in another shape.</summary>
/// <param name="Layer">The layer that it came from.</param>
/// <param name="X">The values.</param>
/// <param name="Y">As many, in another shape.</param>
internal sealed record Reshape(int Layer, Value X, Value Y) : Operation(Layer)
{
    /// <inheritdoc/>
    public override string Formula => $"{Y} = reshape({X})";

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads => [X];

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => [Y];

    /// <inheritdoc/>
    public override Forms Forms => Forms.Rows | Forms.Lanes;

    /// <inheritdoc/>
    public override Value? Views => X;

    /// <inheritdoc/>
    public override SignalEffect Effect => new SignalEffect.Affine(X);

    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with { X = map(X), Y = map(Y) };

    /// <inheritdoc/>
    public override void Differentiate(IGradients gradients)
    {
        if (gradients.Needs(X))
        {
            var dx = gradients.New(X);
            gradients.Append(new Reshape(Layer, gradients.Of(Y), dx));
            gradients.Contribute(X, dx);
        }
    }
}
