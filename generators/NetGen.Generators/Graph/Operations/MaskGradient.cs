namespace NetGen.Generators.Graph.Operations;

/// <summary>dx = scale dy where the value was kept, else 0.</summary>
/// <param name="Layer">The layer that it came from.</param>
/// <param name="Kept">One bit per value.</param>
/// <param name="Dy">The gradient with respect to the result.</param>
/// <param name="Dx">The gradient with respect to what was masked.</param>
/// <param name="Scale">The factor on what was kept.</param>
internal sealed record MaskGradient(int Layer, Value Kept, Value Dy, Value Dx, double Scale) : Operation(Layer)
{
    /// <inheritdoc/>
    public override string Formula => FormattableString.Invariant($"{Dx} = {Kept} ? {Scale:g6} {Dy} : 0");

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads => [Kept, Dy];

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => [Dx];

    /// <inheritdoc/>
    public override Forms Forms => Forms.Rows | Forms.Lanes;

    /// <inheritdoc/>
    public override bool ReadsUnpaddedRows => false;

    /// <inheritdoc/>
    public override Value? Overwrites => Dy;

    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with { Kept = map(Kept), Dy = map(Dy), Dx = map(Dx) };
}
