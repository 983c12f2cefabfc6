namespace NetGen.Generators.Graph.Operations;

/// <summary>dx = y (dy - the sum of y dy over the last axis).</summary>
/// <param name="Layer">The layer that it came from.</param>
/// <param name="Y">The softmax.</param>
/// <param name="Dy">The gradient with respect to it.</param>
/// <param name="Dx">The gradient with respect to what the softmax was taken of.</param>
internal sealed record SoftmaxGradient(int Layer, Value Y, Value Dy, Value Dx) : Operation(Layer)
{
    /// <inheritdoc/>
    public override string Formula => $"{Dx} = {Y} ({Dy} - sum({Y} {Dy}))";

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads => [Y, Dy];

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => [Dx];

    /// <inheritdoc/>
    public override Forms Forms => Forms.Rows;

    /// <inheritdoc/>
    public override bool ReadsUnpaddedRows => false;

    /// <inheritdoc/>
    public override Value? Overwrites => Dy;

    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with { Y = map(Y), Dy = map(Dy), Dx = map(Dx) };
}
