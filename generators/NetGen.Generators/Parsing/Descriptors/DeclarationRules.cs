using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generators.Parsing.Descriptors;

/// <summary>Whether code can be emitted into the class at all: NETGEN001 to NETGEN009.</summary>
internal static class DeclarationRules
{
    /// <summary>A network's class must be partial.</summary>
    public static readonly DiagnosticDescriptor NotPartial = new(
        "NETGEN001",
        "A network's class must be partial",
        "The class '{0}' is not partial, so that no network can be emitted into it: add 'partial' before its keyword 'class'",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN001.md");

    /// <summary>Types that contain a network must be partial.</summary>
    public static readonly DiagnosticDescriptor ContainerNotPartial = new(
        "NETGEN002",
        "Types that contain a network must be partial",
        "'{0}', which contains the network '{1}', is not partial, so that the network cannot be emitted: add 'partial' to the declaration of '{0}'",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN002.md");

    /// <summary>A network cannot be generic.</summary>
    public static readonly DiagnosticDescriptor Generic = new(
        "NETGEN003",
        "A network cannot be generic",
        "{0}, but a network's sizes are constants of one class: remove the type parameters, or move the network out of the generic type",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN003.md");

    /// <summary>A network cannot be static or abstract.</summary>
    public static readonly DiagnosticDescriptor StaticOrAbstract = new(
        "NETGEN004",
        "A network cannot be static or abstract",
        "The class '{0}' is {1}, but a network is an object that holds its parameters: remove '{1}'",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN004.md");

    /// <summary>A network must be a class.</summary>
    public static readonly DiagnosticDescriptor NotAClass = new(
        "NETGEN005",
        "A network must be a class",
        "'{0}' is {1}, but a network holds its parameters by reference and is emitted into a plain class: declare it as 'partial class {0}'",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN005.md");

    /// <summary>A network cannot be local to a file.</summary>
    public static readonly DiagnosticDescriptor FileLocal = new(
        "NETGEN006",
        "A network cannot be local to a file",
        "'{0}' is local to its file, so that no network can be emitted from another file: remove 'file'",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN006.md");

    /// <summary>The language version is too old for the emitted code.</summary>
    public static readonly DiagnosticDescriptor LanguageVersion = new(
        "NETGEN007",
        "The language version is too old for the emitted code",
        "The code emitted for '{0}' needs C# {1} or later, but the project is compiled as C# {2}: set <LangVersion>{1}</LangVersion> or remove LangVersion from the project",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN007.md");

    /// <summary>A network's attributes need [NeuralNetwork].</summary>
    public static readonly DiagnosticDescriptor NoNeuralNetwork = new(
        "NETGEN008",
        "A network's attributes need [NeuralNetwork]",
        "'{0}' has {1} but no [NeuralNetwork], so that no network is emitted: add [NeuralNetwork] before {1}",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN008.md");

    /// <summary>A network is constructed from its seed alone.</summary>
    public static readonly DiagnosticDescriptor CannotBeConstructed = new(
        "NETGEN009",
        "A network is constructed from its seed alone",
        "The network '{0}' cannot be constructed from a seed: {1}",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN009.md");

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NotPartial,
        ContainerNotPartial,
        Generic,
        StaticOrAbstract,
        NotAClass,
        FileLocal,
        LanguageVersion,
        NoNeuralNetwork,
        CannotBeConstructed,
    ];
}
