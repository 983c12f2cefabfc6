namespace NetGen.Generators.Model.Layers;

/// <summary>A residual block (He et al. 2015): y = body(x) + x, or body(x) + x W where the way round has a projection.</summary>
/// <param name="Name">The block's name; its projection's tensor is <c>Residual1.weight</c>.</param>
/// <param name="Input">What it receives.</param>
/// <param name="Body">The layers between the brackets; at least one.</param>
/// <param name="Projection">The dense layer without biases on the way round; null where the input is added as it is.</param>
internal sealed record ResidualSpec(string Name, Shape Input, EquatableArray<LayerSpec> Body, DenseSpec? Projection)
    : LayerSpec(Name, Input, Body[Body.Count - 1].Output)
{
    /// <inheritdoc/>
    public override string Kind => "Residual";

    /// <inheritdoc/>
    public override LayerView View => Projection is null ? LayerView.None : LayerView.Dense;

    /// <inheritdoc/>
    public override string Settings => Projection is null ? "" : "projected";

    /// <inheritdoc/>
    public override EquatableArray<LayerSpec> Body { get; init; } = Body;

    /// <inheritdoc/>
    public override LayerSpec WithInput(Shape input)
    {
        EquatableArray<LayerSpec> body = LayerTree.WithInput(Body, input);
        var features = body[body.Count - 1].Output.Last;
        return new ResidualSpec(Name, input, body, Projection is null ? null : Projection with { Input = input, Units = features, Output = input.WithLast(features) });
    }
}
