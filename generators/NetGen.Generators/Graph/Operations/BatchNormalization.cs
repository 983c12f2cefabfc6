namespace NetGen.Generators.Graph.Operations;

/// <summary>y = gamma (x - mean) / sqrt(variance + epsilon) + beta, each column with its statistics over the rows of the whole batch.</summary>
/// <param name="Layer">The layer that it came from.</param>
/// <param name="X">[rows][columns].</param>
/// <param name="Gamma">[columns].</param>
/// <param name="Beta">[columns].</param>
/// <param name="RunningMean">[columns], what prediction takes away.</param>
/// <param name="RunningVariance">[columns], what prediction divides by the root of.</param>
/// <param name="Y">[rows][columns].</param>
/// <param name="Statistics">[2][columns], mean and 1 / sqrt(variance + epsilon) of the batch.</param>
/// <param name="Momentum">The share of the batch's statistics in the running ones.</param>
/// <param name="Epsilon">What is added under the root.</param>
internal sealed record BatchNormalization(
    int Layer, Value X, Value Gamma, Value Beta, Value RunningMean, Value RunningVariance, Value Y, Value Statistics, double Momentum, double Epsilon) : Operation(Layer)
{
    /// <inheritdoc/>
    public override string Formula => $"{Y} = {Gamma} normalize({X}) + {Beta} over the batch";

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads => [X, Gamma, Beta, RunningMean, RunningVariance];

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => [Y, Statistics];

    /// <inheritdoc/>
    public override Forms Forms => Forms.Rows | (X.Positions == 1 ? Forms.Lanes : 0);

    /// <inheritdoc/>
    public override bool NeedsWholeBatch => true;

    /// <inheritdoc/>
    public override SignalEffect Effect => new SignalEffect.Normalization(X, Gamma, Beta, Epsilon, IsCentred: true, IsOverBatch: true);

    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with
    {
        X = map(X), Gamma = map(Gamma), Beta = map(Beta), RunningMean = map(RunningMean), RunningVariance = map(RunningVariance), Y = map(Y), Statistics = map(Statistics),
    };

    /// <inheritdoc/>
    public override void Differentiate(IGradients gradients)
    {
        var dx = gradients.New(X);
        gradients.Append(new BatchNormalizationGradient(Layer, X, Statistics, Gamma, gradients.Of(Y), dx, gradients.New(Gamma), gradients.New(Beta)));
        gradients.Contribute(X, dx);
    }
}
