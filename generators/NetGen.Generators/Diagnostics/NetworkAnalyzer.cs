using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generators.Parsing;

namespace NetGen.Generators.Diagnostics;

/// <summary>
/// Parses each type that bears a network's attributes and reports the errors that belong to one family of rules. Parsing takes microseconds: each family does it
/// for itself, so that none depends on another being enabled.
/// </summary>
public abstract class NetworkAnalyzer : DiagnosticAnalyzer
{
    private protected NetworkAnalyzer()
    {
    }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (NetworkAttributes.Of(type, context.CancellationToken).IsEmpty)
        {
            return;
        }

        foreach (var error in NetworkParser.Parse(type, context.CancellationToken).Errors)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (SupportedDiagnostics.Contains(error.Descriptor))
            {
                context.ReportDiagnostic(error.ToDiagnostic(context.CancellationToken));
            }
        }
    }
}
