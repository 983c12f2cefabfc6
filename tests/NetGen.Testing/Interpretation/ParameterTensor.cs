using System.Collections.Immutable;

namespace NetGen.Testing.Interpretation;

/// <summary>A tensor of parameters.</summary>
/// <param name="Name">As in files: <c>Dense1.weight</c>.</param>
/// <param name="Shape">The visible extents: [units, inputs] or [units].</param>
internal sealed record ParameterTensor(string Name, ImmutableArray<int> Shape)
{
    /// <summary>The number of elements.</summary>
    public int Length { get; } = Shape.Aggregate(1, static (product, extent) => checked(product * extent));
}
