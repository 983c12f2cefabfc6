using System.Collections.Immutable;

namespace NetGen.Testing.Interpretation;

/// <summary>A tensor of parameters or state.</summary>
/// <param name="Name">As in files: <c>Dense1.weight</c>.</param>
/// <param name="Shape">The visible extents: [units, inputs] or [units].</param>
/// <param name="Role">What it does in its layer.</param>
internal sealed record NetworkTensor(string Name, ImmutableArray<int> Shape, NetworkTensorRole Role)
{
    /// <summary>The number of elements.</summary>
    public int Length { get; } = Shape.Aggregate(1, static (product, extent) => checked(product * extent));
}
