namespace NetGen.Generators.Graph.Operations;

/// <summary>y = a + b: the end of a residual block, and the gradient of a value that is read twice.</summary>
/// <param name="Layer">The layer that it came from.</param>
/// <param name="A">One.</param>
/// <param name="B">The other, of the same shape.</param>
/// <param name="Y">The sum.</param>
internal sealed record Addition(int Layer, Value A, Value B, Value Y) : Operation(Layer)
{
    /// <inheritdoc/>
    public override string Formula => $"{Y} = {A} + {B}";

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads => [A, B];

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => [Y];

    /// <inheritdoc/>
    public override Forms Forms => Forms.Rows | Forms.Lanes;

    /// <inheritdoc/>
    public override Value? Overwrites => A;

    /// <inheritdoc/>
    public override SignalEffect Effect => new SignalEffect.Sum(A, B);

    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with { A = map(A), B = map(B), Y = map(Y) };

    /// <inheritdoc/>
    public override void Differentiate(IGradients gradients)
    {
        gradients.Contribute(A, gradients.Of(Y));
        gradients.Contribute(B, gradients.Of(Y));
    }
}
