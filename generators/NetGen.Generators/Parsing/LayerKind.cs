using System.Collections.Immutable;
using NetGen.Generators.Parsing.Layers;

namespace NetGen.Generators.Parsing;

/// <summary>One kind of attribute that declares layers, and who reads it.</summary>
/// <param name="Name">What users call the kind and the stem of default layer names: <c>Dense</c> gives <c>Dense1</c>, <c>Dense2</c>.</param>
/// <param name="AttributeNames">The metadata names of the attributes.</param>
/// <param name="Parser">Reads such an attribute.</param>
internal sealed record LayerKind(string Name, ImmutableArray<string> AttributeNames, LayerParser Parser);
