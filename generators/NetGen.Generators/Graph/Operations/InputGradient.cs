namespace NetGen.Generators.Graph.Operations;

/// <summary>dx = dy W^T, with another gradient added where the value was read twice.</summary>
/// <param name="Layer">The layer that it came from.</param>
/// <param name="Dy">[rows][units].</param>
/// <param name="W">[inputs][units].</param>
/// <param name="Dx">[rows][inputs].</param>
internal sealed record InputGradient(int Layer, Value Dy, Value W, Value Dx) : Operation(Layer)
{
    /// <summary>[rows][inputs], what is added to the result; null for none.</summary>
    public Value? Added { get; init; }

    /// <summary>Rows of the register tiles where the user has chosen them; 0 where the schedule does.</summary>
    public int TileRows { get; init; }

    /// <summary>Vectors of the register tiles, likewise.</summary>
    public int TileVectors { get; init; }

    /// <inheritdoc/>
    public override string Formula => $"{Dx} = {Dy} {W}^T" + (Added is null ? "" : $" + {Added}");

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads => Added is null ? [Dy, W] : [Dy, W, Added];

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => [Dx];

    /// <inheritdoc/>
    public override Forms Forms => Forms.Rows | (Dy.Positions == 1 && Added is null ? Forms.Lanes | Forms.Sample : 0);

    /// <inheritdoc/>
    public override long MultiplyAdds => (long)Dy.Positions * Dy.Columns * Dx.Columns;


    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with { Dy = map(Dy), W = map(W), Dx = map(Dx), Added = Added is null ? null : map(Added) };
}
