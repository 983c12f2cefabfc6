using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Parsing.Descriptors;

namespace NetGen.Generators.Diagnostics;

/// <summary>Whether an activation's declared formula can be read: NETGEN032.</summary>
internal static class FormulaRules
{
    /// <summary>A formula cannot be read.</summary>
    public static readonly DiagnosticDescriptor UnreadableFormula = new(
        "NETGEN032",
        "A formula cannot be read",
        "The formula of '{0}' cannot be read: {1}; write phi in terms of z with + - * / ^, parentheses, numbers, pi, and the functions abs, erf, exp, log, max, min, sigmoid, softplus, sqrt and tanh",
        Rules.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rules.HelpFolder + "NETGEN032.md");

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        UnreadableFormula,
    ];
}
