using System.Collections.Immutable;
using NetGen.Generators.Signal.Training;

namespace NetGen.Generators.Parsing;

/// <summary>What a class declares, and what is wrong with it.</summary>
/// <param name="Declaration">Compared by value, free of Roslyn's objects: the generator keeps this and nothing else.</param>
/// <param name="Training">With what it is trained, where that is declared; for the analyzers, since emitted code does not depend on it.</param>
/// <param name="Errors">For the analyzers.</param>
internal sealed record ParsedNetwork(NetworkDeclaration Declaration, TrainingSpec? Training, ImmutableArray<ParseError> Errors);
