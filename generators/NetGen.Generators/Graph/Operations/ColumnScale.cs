namespace NetGen.Generators.Graph.Operations;

/// <summary>y = x scale + shift, column by column.</summary>
/// <param name="Layer">The layer that it came from.</param>
/// <param name="X">[rows][columns].</param>
/// <param name="Scale">[columns].</param>
/// <param name="Shift">[columns].</param>
/// <param name="Y">[rows][columns].</param>
internal sealed record ColumnScale(int Layer, Value X, Value Scale, Value Shift, Value Y) : Operation(Layer)
{
    /// <inheritdoc/>
    public override string Formula => $"{Y} = {X} * {Scale} + {Shift}";

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads => [X, Scale, Shift];

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => [Y];

    /// <inheritdoc/>
    public override Forms Forms => Forms.Rows | (X.Positions == 1 ? Forms.Lanes : 0);

    /// <inheritdoc/>
    public override Value? Overwrites => X;

    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with { X = map(X), Scale = map(Scale), Shift = map(Shift), Y = map(Y) };
}
