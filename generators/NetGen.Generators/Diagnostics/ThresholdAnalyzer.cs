using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generators.Parsing;

namespace NetGen.Generators.Diagnostics;

/// <summary>
/// Whether the thresholds in .editorconfig can be read. Reported on each network that they were meant for, since compilers give no place in the options
/// themselves.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThresholdAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ThresholdRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var attributes = NetworkAttributes.Of((INamedTypeSymbol)context.Symbol, context.CancellationToken);
        if (attributes.FirstOrDefault(static attribute => attribute.Role == AttributeRole.Network) is not { } network)
        {
            return;
        }

        var options = DeclaredSignal.OptionsOf(attributes, context.Options.AnalyzerConfigOptionsProvider);
        foreach (var error in ThresholdOptions.Read(options).Errors)
        {
            context.ReportDiagnostic(Diagnostic.Create(ThresholdRules.UnreadableThreshold, ErrorPlace.Of(network.Data).Find(context.CancellationToken), error));
        }
    }
}
