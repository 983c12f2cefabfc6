namespace NetGen.Generators.Model.Layers;

/// <summary>A fully connected layer, a = phi(x W + b).</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Input">What it receives; read as one row of all its values.</param>
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
    : LayerSpec(Name, Input, Shape.Of(Units))
{
    /// <inheritdoc/>
    public override string Kind => "Dense";

    /// <inheritdoc/>
    public override ActivationSpec Activation { get; init; } = Activation;

    /// <summary>Rows of register tiles; 0 where the schedule chooses.</summary>
    public int TileRows { get; init; }

    /// <summary>Vectors of register tiles; 0 where the schedule chooses.</summary>
    public int TileVectors { get; init; }

    /// <summary>n_in, the inputs of a unit.</summary>
    public long FanIn => Input.Size;

    /// <summary>n_out, the units an input feeds.</summary>
    public long FanOut => Units;
}
