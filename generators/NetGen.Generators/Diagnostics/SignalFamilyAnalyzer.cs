using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generators.Signal.Rules;

namespace NetGen.Generators.Diagnostics;

/// <summary>
/// Predicts the signal of each declared network and reports what the rules of one family find in it. All rules run in each family, since one explains
/// another; ways out, which take most of the time, are looked for by the family that shows them.
/// </summary>
public abstract class SignalFamilyAnalyzer : DiagnosticAnalyzer
{
    private readonly string _category;

    private protected SignalFamilyAnalyzer(string category)
    {
        _category = category;
        SupportedDiagnostics = SignalDescriptors.Of(category);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private void Analyze(SymbolAnalysisContext context)
    {
        if (DeclaredSignal.Read((INamedTypeSymbol)context.Symbol, context.Options.AnalyzerConfigOptionsProvider, context.CancellationToken) is not { } declared)
        {
            return;
        }

        // The layers of a block are declared once: what is true of one repetition after another is said once.
        var reported = new HashSet<(string Rule, Location Place)>();
        foreach (var diagnosis in Diagnosis.Of(declared.Network, declared.Training, declared.Thresholds, rule => SignalDescriptors.Category(rule) == _category))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var place = declared.PlaceOf(diagnosis.Finding).Find(context.CancellationToken);
            if (!reported.Add((diagnosis.Finding.Rule.Id, place)))
            {
                continue;
            }

            context.ReportDiagnostic(Diagnostic.Create(
                SignalDescriptors.Of(diagnosis.Finding.Rule),
                place,
                SignalDescriptors.Severity(diagnosis.Finding.Severity),
                additionalLocations: null,
                properties: null,
                diagnosis.Message));
        }
    }
}
