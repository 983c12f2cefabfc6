using System.Collections.Immutable;
using NetGen.Generators.Parsing.Layers;
using NetGen.Generators.Signal.Training;

namespace NetGen.Generators.Parsing;

/// <summary>What a class declares, and what is wrong with it.</summary>
/// <param name="Declaration">Compared by value, free of Roslyn's objects: the generator keeps this and nothing else.</param>
/// <param name="Training">With what it is trained, where that is declared; for the analyzers, since emitted code does not depend on it.</param>
/// <param name="Errors">For the analyzers. None where the network uses a block whose own class is in error, although the declaration is in error then.</param>
/// <param name="Steps">Where each of <see cref="Model.NetworkSpec.Steps"/> is declared, for analyzers and fixes; of use where nothing is in error.</param>
/// <param name="Roots">The first attribute of each of <see cref="Model.NetworkSpec.Layers"/>, likewise.</param>
internal sealed record ParsedNetwork(
    NetworkDeclaration Declaration,
    TrainingSpec? Training,
    ImmutableArray<ParseError> Errors,
    ImmutableArray<LayerPlace> Steps,
    ImmutableArray<NetworkAttribute> Roots);
