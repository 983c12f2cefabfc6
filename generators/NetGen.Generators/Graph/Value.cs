using NetGen.Generators.Model;

namespace NetGen.Generators.Graph;

/// <summary>A value of the graph, written by one operation and read by any number. Two values are the same only where they are the same object.</summary>
/// <param name="symbol">Its name in formulas: <c>z1</c>, <c>a1</c>, <c>W1</c>, <c>mean3</c>.</param>
/// <param name="shape">What one sample has of it, or the batch, or the network, as <paramref name="extent"/> says.</param>
/// <param name="role">What it is to the network.</param>
/// <param name="extent">How often it exists.</param>
/// <param name="layer">The number of the layer that it came from; 0 for the network's own.</param>
/// <param name="tensor">The tensor, of a parameter or a state.</param>
internal sealed class Value(string symbol, Shape shape, ValueRole role, ValueExtent extent, int layer, TensorSpec? tensor = null)
{
    /// <summary>Its name in formulas.</summary>
    public string Symbol { get; } = symbol;

    /// <summary>Its extents.</summary>
    public Shape Shape { get; } = shape;

    /// <summary>What it is to the network.</summary>
    public ValueRole Role { get; } = role;

    /// <summary>How often it exists.</summary>
    public ValueExtent Extent { get; } = extent;

    /// <summary>The number of the layer that it came from; 0 for the network's own.</summary>
    public int Layer { get; } = layer;

    /// <summary>The tensor, of a parameter or a state; null for all others.</summary>
    public TensorSpec? Tensor { get; } = tensor;

    /// <summary>The number of elements.</summary>
    public int Size => checked((int)Shape.Size);

    /// <summary>The extent of the last axis.</summary>
    public int Columns => Shape.Last;

    /// <summary>Rows of the last axis per sample.</summary>
    public int Positions => checked((int)Shape.Positions);

    /// <inheritdoc/>
    public override string ToString() => Symbol;
}
