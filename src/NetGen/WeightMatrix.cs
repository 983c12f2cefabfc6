namespace NetGen;

/// <summary>The weights of a dense layer as [units, inputs], whatever the layout they are stored in; a view, no copy.</summary>
public readonly ref struct WeightMatrix
{
    private readonly Span<float> _stored;

    internal WeightMatrix(Span<float> stored, int units, int inputs)
    {
        _stored = stored;
        Units = units;
        Inputs = inputs;
    }

    /// <summary>The number of units.</summary>
    public int Units { get; }

    /// <summary>The number of inputs of each unit.</summary>
    public int Inputs { get; }

    /// <summary>The weight from an input to a unit.</summary>
    /// <param name="unit">From 0 to Units - 1.</param>
    /// <param name="input">From 0 to Inputs - 1.</param>
    public ref float this[int unit, int input]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)unit, (uint)Units, nameof(unit));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)input, (uint)Inputs, nameof(input));
            return ref _stored[(input * Units) + unit];
        }
    }

    /// <summary>Copies the weights, row by row of [units, inputs].</summary>
    /// <param name="destination">Units times Inputs elements.</param>
    public void CopyTo(Span<float> destination)
    {
        Numerics.Check.Length(destination.Length, (long)Units * Inputs, nameof(destination), nameof(WeightMatrix));
        for (var unit = 0; unit < Units; unit++)
        {
            for (var input = 0; input < Inputs; input++)
            {
                destination[(unit * Inputs) + input] = _stored[(input * Units) + unit];
            }
        }
    }
}
