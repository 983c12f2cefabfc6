using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generators.Parsing.Descriptors;

/// <summary>Whether residual brackets balance, blocks can be read, and shapes fit one another: NETGEN033 to NETGEN042.</summary>
internal static class BlockRules
{
    /// <summary>A closing bracket needs an opening one.</summary>
    public static readonly DiagnosticDescriptor NotOpened = new(
        "NETGEN033",
        "[EndResidual] needs a [BeginResidual]",
        "[EndResidual] of '{0}' closes no residual block: remove it, or add [BeginResidual] before the first layer of the block",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN033.md");

    /// <summary>An opening bracket needs a closing one.</summary>
    public static readonly DiagnosticDescriptor NotClosed = new(
        "NETGEN034",
        "[BeginResidual] needs an [EndResidual]",
        "[BeginResidual] of '{0}' opens a residual block that nothing closes: add [EndResidual] after the last layer of the block, on the same class",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN034.md");

    /// <summary>A residual block needs a layer.</summary>
    public static readonly DiagnosticDescriptor EmptyResidual = new(
        "NETGEN035",
        "A residual block needs a layer",
        "A residual block of '{0}' has no layer between its brackets and would only double what it receives: add a layer or remove both brackets",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN035.md");

    /// <summary>A residual block that changes the number of features needs a projection.</summary>
    public static readonly DiagnosticDescriptor ShapesDiffer = new(
        "NETGEN036",
        "A residual block that changes the number of features needs a projection",
        "The {0} receives {1}, but its last layer gives {2}, and the two are added: set Projection = true, or let the last layer of the block give {3} features",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN036.md");

    /// <summary>A residual block keeps all axes but the last.</summary>
    public static readonly DiagnosticDescriptor CannotBeAdded = new(
        "NETGEN037",
        "A residual block keeps all axes but the last",
        "The {0} receives {1}, but its last layer gives {2}, and no projection makes one of the other, since it acts on the last axis alone: move what changes the other axes out of the block",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN037.md");

    /// <summary>A block's class is marked [NetworkBlock].</summary>
    public static readonly DiagnosticDescriptor NotABlock = new(
        "NETGEN038",
        "A block's class is marked [NetworkBlock]",
        "'{0}' cannot be repeated by {1}, since it is not a class marked [NetworkBlock]: add [NetworkBlock] and layers to its declaration",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN038.md");

    /// <summary>A block cannot contain itself.</summary>
    public static readonly DiagnosticDescriptor Cycle = new(
        "NETGEN039",
        "A block cannot contain itself",
        "'{0}' contains itself ({1}), and its layers would have no end: remove the block or let it name another class",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN039.md");

    /// <summary>A block has layers alone.</summary>
    public static readonly DiagnosticDescriptor NotOfABlock = new(
        "NETGEN040",
        "A block has layers alone",
        "'{0}' has {1} beside {2}, but a block is a part of networks that have input, loss and training of their own: remove {1}",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN040.md");

    /// <summary>A block needs a layer.</summary>
    public static readonly DiagnosticDescriptor EmptyBlock = new(
        "NETGEN041",
        "A block needs a layer",
        "The block '{0}' has no layer: add at least one, such as [Dense(10)]",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN041.md");

    /// <summary>A loss over classes needs one row of scores per sample.</summary>
    public static readonly DiagnosticDescriptor ScoresOfHigherRank = new(
        "NETGEN042",
        "A loss over classes needs one row of scores per sample",
        "Loss.{0} of '{1}' compares one class with one row of scores per sample, of shape {2}, but the network gives {3}: add [Flatten] before its last layer",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN042.md");

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NotOpened,
        NotClosed,
        EmptyResidual,
        ShapesDiffer,
        CannotBeAdded,
        NotABlock,
        Cycle,
        NotOfABlock,
        EmptyBlock,
        ScoresOfHigherRank,
    ];
}
