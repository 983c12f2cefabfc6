using System.Collections.Immutable;

namespace NetGen.Generators.Parsing;

/// <summary>What a class declares, and what is wrong with it.</summary>
/// <param name="Declaration">Compared by value, free of Roslyn's objects: the generator keeps this and nothing else.</param>
/// <param name="Errors">For the analyzers.</param>
internal sealed record ParsedNetwork(NetworkDeclaration Declaration, ImmutableArray<ParseError> Errors);
