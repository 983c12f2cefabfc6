namespace NetGen.Generators.Graph.Operations;

/// <summary>The adjoint of batch normalization: dx, dgamma and dbeta from dy.</summary>
/// <param name="Layer">The layer that it came from.</param>
/// <param name="X">What was normalized.</param>
/// <param name="Statistics">The statistics of the batch.</param>
/// <param name="Gamma">[columns].</param>
/// <param name="Dy">[rows][columns].</param>
/// <param name="Dx">[rows][columns].</param>
/// <param name="Dgamma">[columns].</param>
/// <param name="Dbeta">[columns].</param>
internal sealed record BatchNormalizationGradient(int Layer, Value X, Value Statistics, Value Gamma, Value Dy, Value Dx, Value Dgamma, Value Dbeta) : Operation(Layer)
{
    /// <inheritdoc/>
    public override string Formula => $"{Dx}, {Dgamma}, {Dbeta} = the adjoint of normalize({X}) over the batch at {Dy}";

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads => [X, Statistics, Gamma, Dy];

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => [Dx, Dgamma, Dbeta];

    /// <inheritdoc/>
    public override Forms Forms => Forms.Rows | (X.Positions == 1 ? Forms.Lanes : 0);

    /// <inheritdoc/>
    public override bool NeedsWholeBatch => true;

    /// <inheritdoc/>
    public override Value? Overwrites => Dy;

    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with
    {
        X = map(X), Statistics = map(Statistics), Gamma = map(Gamma), Dy = map(Dy), Dx = map(Dx), Dgamma = map(Dgamma), Dbeta = map(Dbeta),
    };
}
