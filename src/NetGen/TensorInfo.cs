using System.Collections.Immutable;

namespace NetGen;

/// <summary>One tensor of parameters.</summary>
/// <param name="Name">As PyTorch would call it: <c>Dense1.weight</c>, <c>Dense1.bias</c>.</param>
/// <param name="Shape">The visible extents, outermost first: [units, inputs] for the weights of a dense layer.</param>
/// <param name="Offset">Where the tensor starts in the flat buffer of parameters.</param>
/// <param name="IsTransposed">Whether a matrix is stored with its two extents swapped: [inputs][units].</param>
public sealed record TensorInfo(string Name, ImmutableArray<int> Shape, int Offset, bool IsTransposed)
{
    /// <summary>The number of elements.</summary>
    public int Length { get; } = Shape.Aggregate(1, static (product, extent) => checked(product * extent));
}
