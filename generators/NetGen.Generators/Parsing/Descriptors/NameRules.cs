using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generators.Parsing.Descriptors;

/// <summary>Whether emitted members can have their names: NETGEN018 to NETGEN021.</summary>
internal static class NameRules
{
    /// <summary>Layer names must be distinct.</summary>
    public static readonly DiagnosticDescriptor DuplicateName = new(
        "NETGEN018",
        "Layer names must be distinct",
        "Layers {0} and {1} of '{2}' are both named '{3}', but names tell members and tensors apart: give one of them another Name",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN018.md");

    /// <summary>A layer's name must be an identifier.</summary>
    public static readonly DiagnosticDescriptor InvalidName = new(
        "NETGEN019",
        "A layer's name must be an identifier",
        "The name '{0}' of layer {1} of '{2}' cannot name a member of the class: use a C# identifier of letters, digits and underscores that starts with a letter, without '@' and invisible characters",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN019.md");

    /// <summary>A layer's name is taken.</summary>
    public static readonly DiagnosticDescriptor NameTaken = new(
        "NETGEN020",
        "A layer's name is taken",
        "Layer {0} of '{1}' cannot be named '{2}', the name of {3}: give it another Name",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN020.md");

    /// <summary>A member stands where an emitted one belongs.</summary>
    public static readonly DiagnosticDescriptor MemberCollision = new(
        "NETGEN021",
        "A member stands where an emitted one belongs",
        "{0} of '{1}' stands where a member is emitted into every network: rename or remove it",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN021.md");

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        DuplicateName,
        InvalidName,
        NameTaken,
        MemberCollision,
    ];
}
