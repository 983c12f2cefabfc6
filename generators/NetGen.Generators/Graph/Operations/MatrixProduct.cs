namespace NetGen.Generators.Graph.Operations;

/// <summary>
/// y = x W + b over the last axis. What follows it may be fused into it: y = act(x W * scale + shift) + added, where act is max(0, .) or nothing.
/// </summary>
/// <param name="Layer">The layer that it came from.</param>
/// <param name="X">[rows][inputs].</param>
/// <param name="W">[inputs][units].</param>
/// <param name="B">[units]; null for no bias, and where a scale and a shift take its place.</param>
/// <param name="Y">[rows][units].</param>
internal sealed record MatrixProduct(int Layer, Value X, Value W, Value? B, Value Y) : Operation(Layer)
{
    /// <summary>Whether max(0, .) is taken.</summary>
    public bool Rectifies { get; init; }

    /// <summary>[units], what sums are multiplied by; null for none.</summary>
    public Value? Scale { get; init; }

    /// <summary>[units], what is added to scaled sums.</summary>
    public Value? Shift { get; init; }

    /// <summary>[rows][units], what is added to the result at the very end; null for none.</summary>
    public Value? Added { get; init; }

    /// <summary>Rows of the register tiles where the user has chosen them; 0 where the schedule does.</summary>
    public int TileRows { get; init; }

    /// <summary>Vectors of the register tiles, likewise.</summary>
    public int TileVectors { get; init; }

    /// <inheritdoc/>
    public override string Formula
    {
        get
        {
            var sum = $"{X} {W}" + (Scale is null ? "" : $" * {Scale} + {Shift}") + (B is null ? "" : $" + {B}");
            return $"{Y} = {(Rectifies ? $"relu({sum})" : sum)}{(Added is null ? "" : $" + {Added}")}";
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads
    {
        get
        {
            yield return X;
            yield return W;
            foreach (var value in (Value?[])[B, Scale, Shift, Added])
            {
                if (value is not null)
                {
                    yield return value;
                }
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => [Y];

    /// <inheritdoc/>
    public override Forms Forms => Forms.Rows | (X.Positions == 1 && TileRows == 0 && TileVectors == 0 && Scale is null && Added is null ? Forms.Lanes | Forms.Sample : 0);

    /// <inheritdoc/>
    public override long MultiplyAdds => (long)X.Positions * X.Columns * Y.Columns;

    /// <inheritdoc/>
    public override SignalEffect Effect => new SignalEffect.Product(X, W, B);

    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with
    {
        X = map(X), W = map(W), B = Map(map, B), Y = map(Y), Scale = Map(map, Scale), Shift = Map(map, Shift), Added = Map(map, Added),
    };

    /// <inheritdoc/>
    public override void Differentiate(IGradients gradients)
    {
        var dy = gradients.Of(Y);
        gradients.Append(new WeightGradient(Layer, X, dy, gradients.New(W), B is null ? null : gradients.New(B)) { TileRows = TileRows, TileVectors = TileVectors });
        if (gradients.Needs(X))
        {
            var dx = gradients.New(X);
            gradients.Append(new InputGradient(Layer, dy, W, dx) { TileRows = TileRows, TileVectors = TileVectors });
            gradients.Contribute(X, dx);
        }
    }

    private static Value? Map(Func<Value, Value> map, Value? value) => value is null ? null : map(value);
}
