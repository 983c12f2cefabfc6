using System.Collections.Immutable;

namespace NetGen;

/// <summary>One tensor of a network: trained parameters or state.</summary>
/// <param name="Name">As PyTorch would call it: <c>Dense1.weight</c>, <c>Dense1.bias</c>, <c>BatchNormalization1.running_mean</c>.</param>
/// <param name="Shape">The visible extents, outermost first: [units, inputs] for the weights of a dense layer.</param>
/// <param name="Offset">Where the tensor starts: in the flat buffer of parameters, or in that of state where <paramref name="Role"/> says so.</param>
/// <param name="IsTransposed">Whether a matrix is stored with its two extents swapped: [inputs][units].</param>
/// <param name="Role">Whether the tensor is trained or state, and so which of the two buffers holds it.</param>
public sealed record TensorInfo(string Name, ImmutableArray<int> Shape, int Offset, bool IsTransposed, TensorRole Role = TensorRole.Parameter)
{
    /// <summary>The number of elements.</summary>
    public int Length { get; } = Shape.Aggregate(1, static (product, extent) => checked(product * extent));
}
