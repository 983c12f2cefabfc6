using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Parsing.Descriptors;

namespace NetGen.Generators.Diagnostics;

/// <summary>Whether the thresholds in .editorconfig can be read: NETGEN100.</summary>
internal static class ThresholdRules
{
    /// <summary>A threshold cannot be read.</summary>
    public static readonly DiagnosticDescriptor UnreadableThreshold = new(
        "NETGEN100",
        "A threshold cannot be read",
        "An option of .editorconfig cannot be read: {0}",
        SignalDescriptors.Signal,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN100.md");

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UnreadableThreshold,
    ];
}
