using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generators.Parsing;
using NetGen.Generators.Signal.Formulas;

namespace NetGen.Generators.Diagnostics;

/// <summary>
/// Whether an activation's declared formula can be read. It stands on the activation, be it used by a network or not, so that this analyzer looks at every
/// type that bears the attribute.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FormulaAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => FormulaRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (ActivationFormulas.Find(type) is not { ConstructorArguments: [{ Kind: TypedConstantKind.Primitive } argument] } attribute)
        {
            return;
        }

        var problem = argument.Value is string formula ? FormulaParser.Parse(formula).Error : "it is null";
        if (problem.Length > 0)
        {
            var place = ErrorPlace.Of(attribute, ActivationFormulas.Parameter).Find(context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(FormulaRules.UnreadableFormula, place, type.Name, problem));
        }
    }
}
