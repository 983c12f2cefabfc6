namespace NetGen.Generators.Graph.Operations;

/// <summary>The adjoint of a normalization of rows: dx, dgamma and dbeta from dy.</summary>
/// <param name="Layer">The layer that it came from.</param>
/// <param name="X">What was normalized.</param>
/// <param name="Statistics">The statistics of each row.</param>
/// <param name="Gamma">[columns].</param>
/// <param name="Dy">[rows][columns].</param>
/// <param name="Dx">[rows][columns].</param>
/// <param name="Dgamma">[columns].</param>
/// <param name="Dbeta">[columns]; null where the normalization is not centred.</param>
internal sealed record RowNormalizationGradient(int Layer, Value X, Value Statistics, Value Gamma, Value Dy, Value Dx, Value Dgamma, Value? Dbeta) : Operation(Layer)
{
    /// <summary>Whether the mean was taken away.</summary>
    public bool IsCentred => Dbeta is not null;

    /// <inheritdoc/>
    public override string Formula => $"{Dx}, {Dgamma}{(Dbeta is null ? "" : $", {Dbeta}")} = the adjoint of {(IsCentred ? "normalize" : "rms")}({X}) at {Dy}";

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads => [X, Statistics, Gamma, Dy];

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => Dbeta is null ? [Dx, Dgamma] : [Dx, Dgamma, Dbeta];

    /// <inheritdoc/>
    public override Forms Forms => Forms.Rows | (X.Positions == 1 ? Forms.Lanes : 0);

    /// <inheritdoc/>
    public override Value? Overwrites => Dy;

    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with
    {
        X = map(X), Statistics = map(Statistics), Gamma = map(Gamma), Dy = map(Dy), Dx = map(Dx), Dgamma = map(Dgamma), Dbeta = Dbeta is null ? null : map(Dbeta),
    };
}
