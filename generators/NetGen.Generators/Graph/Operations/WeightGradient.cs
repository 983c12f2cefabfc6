namespace NetGen.Generators.Graph.Operations;

/// <summary>dW = x^T dy and db = the sum of dy over rows.</summary>
/// <param name="Layer">The layer that it came from.</param>
/// <param name="X">[rows][inputs].</param>
/// <param name="Dy">[rows][units].</param>
/// <param name="Dw">[inputs][units].</param>
/// <param name="Db">[units]; null for a product without bias.</param>
internal sealed record WeightGradient(int Layer, Value X, Value Dy, Value Dw, Value? Db) : Operation(Layer)
{
    /// <summary>Rows of the register tiles where the user has chosen them; 0 where the schedule does.</summary>
    public int TileRows { get; init; }

    /// <summary>Vectors of the register tiles, likewise.</summary>
    public int TileVectors { get; init; }

    /// <inheritdoc/>
    public override string Formula => $"{Dw} = {X}^T {Dy}" + (Db is null ? "" : $", {Db} = the sum of {Dy} over samples");

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads => [X, Dy];

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => Db is null ? [Dw] : [Dw, Db];

    /// <inheritdoc/>
    public override Forms Forms => Forms.Rows | (X.Positions == 1 ? Forms.Lanes | Forms.Sample : 0);

    /// <inheritdoc/>
    public override long MultiplyAdds => (long)X.Positions * X.Columns * Dy.Columns;

    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with { X = map(X), Dy = map(Dy), Dw = map(Dw), Db = Db is null ? null : map(Db) };
}
