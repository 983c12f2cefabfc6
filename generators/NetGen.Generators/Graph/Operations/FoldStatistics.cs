namespace NetGen.Generators.Graph.Operations;

/// <summary>
/// Running statistics as a scale and a shift, once per call of prediction: scale = gamma / sqrt(variance + epsilon), shift = beta + (bias - mean) scale. With the
/// bias of the product before it, the normalization becomes part of that product.
/// </summary>
/// <param name="Layer">The layer that it came from.</param>
/// <param name="Gamma">[columns].</param>
/// <param name="Beta">[columns].</param>
/// <param name="Mean">[columns], the running mean.</param>
/// <param name="Variance">[columns], the running variance.</param>
/// <param name="Bias">[columns], the bias of the product that it is folded into; null for none.</param>
/// <param name="Scale">[columns].</param>
/// <param name="Shift">[columns].</param>
/// <param name="Epsilon">What is added under the root.</param>
internal sealed record FoldStatistics(int Layer, Value Gamma, Value Beta, Value Mean, Value Variance, Value? Bias, Value Scale, Value Shift, double Epsilon) : Operation(Layer)
{
    /// <inheritdoc/>
    public override string Formula =>
        $"{Scale} = {Gamma} / sqrt({Variance} + epsilon), {Shift} = {Beta} {(Bias is null ? $"- {Mean}" : $"+ ({Bias} - {Mean})")} {Scale}";

    /// <inheritdoc/>
    public override IEnumerable<Value> Reads => Bias is null ? [Gamma, Beta, Mean, Variance] : [Gamma, Beta, Mean, Variance, Bias];

    /// <inheritdoc/>
    public override IEnumerable<Value> Writes => [Scale, Shift];

    /// <inheritdoc/>
    public override Forms Forms => Forms.Rows | Forms.Lanes;

    /// <inheritdoc/>
    public override Operation Rewire(Func<Value, Value> map) => this with
    {
        Gamma = map(Gamma), Beta = map(Beta), Mean = map(Mean), Variance = map(Variance), Bias = Bias is null ? null : map(Bias), Scale = map(Scale), Shift = map(Shift),
    };
}
