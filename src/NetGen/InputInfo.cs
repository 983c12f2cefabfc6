using System.Collections.Immutable;

namespace NetGen;

/// <summary>What a network does with its inputs before the first layer: x Scale + Shift.</summary>
/// <param name="Shape">The extents of a sample.</param>
/// <param name="Scale">The factor on every value; 1 where none is declared.</param>
/// <param name="Shift">Added after the factor; 0 where none is declared.</param>
public sealed record InputInfo(ImmutableArray<int> Shape, float Scale, float Shift);
