using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Parsing.Descriptors;
using NetGen.Generators.Signal.Rules;

namespace NetGen.Generators.Diagnostics;

/// <summary>
/// The descriptors of the rules about the signal, made from the rules themselves: title, severity and message stand in one place. A message is whole when
/// it comes here, numbers and way out included.
/// </summary>
internal static class SignalDescriptors
{
    /// <summary>The category of rules about the signal at initialization: NETGEN1xx.</summary>
    public const string Signal = "NetGen.Signal";

    /// <summary>The category of rules about loss, optimizer and output: NETGEN2xx.</summary>
    public const string Training = "NetGen.Training";

    /// <summary>The category of rules about layers that undo or repeat one another: NETGEN3xx.</summary>
    public const string Structure = "NetGen.Structure";

    /// <summary>One for each rule, in the order of their numbers.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [.. SignalRules.All.Select(Create)];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = All.ToImmutableDictionary(static rule => rule.Id, StringComparer.Ordinal);

    /// <summary>A category's.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Of(string category) => [.. All.Where(rule => rule.Category == category)];

    /// <summary>A rule's.</summary>
    public static DiagnosticDescriptor Of(RuleDefinition rule) => ById[rule.Id];

    /// <summary>A rule's category, by its hundred.</summary>
    public static string Category(RuleDefinition rule) => rule.Id["NETGEN".Length] switch
    {
        '1' => Signal,
        '2' => Training,
        _ => Structure,
    };

    /// <summary>Roslyn's word for a weight.</summary>
    public static DiagnosticSeverity Severity(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Info => DiagnosticSeverity.Info,
        RuleSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Error,
    };

    private static DiagnosticDescriptor Create(SignalRule rule) => new(
        rule.Definition.Id,
        rule.Definition.Title,
        "{0}",
        Category(rule.Definition),
        Severity(rule.Definition.Severity),
        isEnabledByDefault: true,
        description: rule.Advice + ".",
        helpLinkUri: Rules.HelpFolder + rule.Definition.Id + ".md");
}
