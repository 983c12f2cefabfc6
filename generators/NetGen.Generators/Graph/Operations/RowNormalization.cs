namespace NetGen.Generators.Graph.Operations;

/// <summary>
/// y = gamma (x - mean) / sqrt(variance + epsilon) + beta with the statistics of each row, or, not centred, y = gamma x / sqrt(mean of x^2 + epsilon).
/// </summary>
/// <param name="Layer">The layer that it came from.</param>
/// <param name="X">[rows][columns].</param>
/// <param name="Gamma">[columns].</param>
/// <param name="Beta">[columns]; null where it is not centred.</param>
/// <param name="Y">[rows][columns].</param>
/// <param name="Statistics">[rows][2], mean and 1 / sqrt(variance + epsilon), or [rows][1]; null in prediction, which keeps nothing.</param>
/// <param name="Epsilon">What is added under the root.</param>
internal sealed record RowNormalization(int Layer, Value X, Value Gamma, Value? Beta, Value Y, Value? Statistics, double Epsilon) : Operation(Layer)
{
    /// <summary>Whether the mean is taken away.</summary>
    public bool IsCentred => Beta is not null;

    /// <inheritdoc/>
    public override string Formula => IsCentred ? $"{Y} = {Gamma} normalize({X}) + {Beta}" : $"{Y} = {Gamma} {X} / rms({X})";

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads => Beta is null ? [X, Gamma] : [X, Gamma, Beta];

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => Statistics is null ? [Y] : [Y, Statistics];

    /// <inheritdoc/>
    public override Forms Forms => Forms.Rows | (X.Positions == 1 ? Forms.Lanes : 0);

    /// <inheritdoc/>
    public override SignalEffect Effect => new SignalEffect.Normalization(X, Gamma, Beta, Epsilon, IsCentred, IsOverBatch: false);

    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with
    {
        X = map(X), Gamma = map(Gamma), Beta = Beta is null ? null : map(Beta), Y = map(Y), Statistics = Statistics is null ? null : map(Statistics),
    };

    /// <inheritdoc/>
    public override void Differentiate(IGradients gradients)
    {
        var dx = gradients.New(X);
        gradients.Append(new RowNormalizationGradient(
            Layer, X, Statistics!, Gamma, gradients.Of(Y), dx, gradients.New(Gamma), Beta is null ? null : gradients.New(Beta)));
        gradients.Contribute(X, dx);
    }
}
