namespace NetGen.Generators.Model.Layers;

/// <summary>A fully connected layer, a = phi(x W + b), over the last axis of what it receives.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">What it receives; each position of the axes before the last one is a row of its own.</param>
/// <param name="Units">The number of units.</param>
/// <param name="Activation">phi.</param>
/// <param name="Weights">How W starts.</param>
/// <param name="Bias">How b starts; null for a layer without biases.</param>
internal sealed record DenseSpec(
    string Name,
    Shape Input,
    int Units,
    ActivationSpec Activation,
    InitializerSpec Weights,
    InitializerSpec? Bias)
    : WeightedLayerSpec(Name, Input, Input.WithLast(Units))
{
    /// <inheritdoc/>
    public override string Kind => "Dense";

    /// <inheritdoc/>
    public override LayerView View => LayerView.Dense;

    /// <inheritdoc/>
    public override ActivationSpec Activation { get; init; } = Activation;

    /// <inheritdoc/>
    public override InitializerSpec Weights { get; init; } = Weights;

    /// <inheritdoc/>
    public override InitializerSpec? Bias { get; init; } = Bias;

    /// <inheritdoc/>
    public override WeightedLayerSpec Resized(Shape input, int units) => this with { Input = input, Output = input.WithLast(units), Units = units };

    /// <summary>Rows of register tiles; 0 where the schedule chooses.</summary>
    public int TileRows { get; init; }

    /// <summary>Vectors of register tiles; 0 where the schedule chooses.</summary>
    public int TileVectors { get; init; }

    /// <inheritdoc/>
    public override bool IsPositionwise => true;

    /// <inheritdoc/>
    public override long FanIn => Input.Last;

    /// <inheritdoc/>
    public override long FanOut => Units;

    /// <inheritdoc/>
    public override LayerSpec WithInput(Shape input) => this with { Input = input, Output = input.WithLast(Units) };
}
