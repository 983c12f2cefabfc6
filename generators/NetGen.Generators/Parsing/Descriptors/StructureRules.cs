using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generators.Parsing.Descriptors;

/// <summary>Whether the attributes are complete, in order and of a size that fits: NETGEN010 to NETGEN017.</summary>
internal static class StructureRules
{
    /// <summary>A network needs an input.</summary>
    public static readonly DiagnosticDescriptor NoInput = new(
        "NETGEN010",
        "A network needs an input",
        "The network '{0}' does not say what it receives: add [Input(features)] before its first layer",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN010.md");

    /// <summary>A network needs a layer.</summary>
    public static readonly DiagnosticDescriptor NoLayer = new(
        "NETGEN011",
        "A network needs a layer",
        "The network '{0}' has no layer: add at least one, such as [Dense(10)]",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN011.md");

    /// <summary>A network's attributes stand on one declaration.</summary>
    public static readonly DiagnosticDescriptor SeveralDeclarations = new(
        "NETGEN012",
        "A network's attributes stand on one declaration",
        "The attributes of '{0}' are spread over several partial declarations ({1} on one, {2} on another), which C# gives no order: move them all to one declaration",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN012.md");

    /// <summary>A network's attributes stand in order.</summary>
    public static readonly DiagnosticDescriptor OutOfOrder = new(
        "NETGEN013",
        "A network's attributes stand in order",
        "{0} of '{1}' stands after {2}, but attributes are read in order, [Input] first, then the layers, [Loss] last: move {0} before {2}",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN013.md");

    /// <summary>A network has one input and one loss.</summary>
    public static readonly DiagnosticDescriptor MoreThanOnce = new(
        "NETGEN014",
        "A network has one input and one loss",
        "'{0}' has {1} more than once, but a network has one: remove all but one",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN014.md");

    /// <summary>A network's attribute cannot be read.</summary>
    public static readonly DiagnosticDescriptor Unreadable = new(
        "NETGEN015",
        "A network's attribute cannot be read",
        "{0} of '{1}' is incomplete or has arguments that do not compile, so that the network is emitted without bodies: correct the attribute's arguments",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN015.md");

    /// <summary>A size must be at least 1.</summary>
    public static readonly DiagnosticDescriptor SizeTooSmall = new(
        "NETGEN016",
        "A size must be at least 1",
        "'{0}' of {1} is {2}, but a size must be at least 1: give it the number of values or units meant",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN016.md");

    /// <summary>A size exceeds what fits.</summary>
    public static readonly DiagnosticDescriptor SizeTooLarge = new(
        "NETGEN017",
        "A size exceeds what fits",
        "{0} has {1} but at most {2} fit: {3}",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN017.md");

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NoInput,
        NoLayer,
        SeveralDeclarations,
        OutOfOrder,
        MoreThanOnce,
        Unreadable,
        SizeTooSmall,
        SizeTooLarge,
    ];
}
