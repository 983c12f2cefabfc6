namespace NetGen;

/// <summary>The parameters of one dense layer; a view into the network's buffer, no copy.</summary>
public readonly ref struct DenseParameters
{
    private readonly Span<float> _weights;
    private readonly int _units;
    private readonly int _inputs;

    /// <summary>Looks at the parameters of a layer.</summary>
    /// <param name="weights">The weights as they are stored: [inputs][units].</param>
    /// <param name="biases">The biases, empty where the layer has none.</param>
    /// <param name="units">The number of units.</param>
    /// <param name="inputs">The number of inputs of each unit.</param>
    public DenseParameters(Span<float> weights, Span<float> biases, int units, int inputs)
    {
        _weights = weights;
        Biases = biases;
        _units = units;
        _inputs = inputs;
    }

    /// <summary>The weights, [units, inputs].</summary>
    public WeightMatrix Weights => new(_weights, _units, _inputs);

    /// <summary>The biases, one a unit; empty where the layer has none.</summary>
    public Span<float> Biases { get; }
}
