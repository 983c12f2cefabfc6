using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.Parsing.Descriptors;
using Xunit;

namespace NetGen.Generators.Tests.Diagnostics;

/// <summary>Runs the analyzers of declarations.</summary>
internal static class Analyzers
{
    /// <summary>All of them, by reflection: none is forgotten. Those of other families of rules are left to their own tests.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> OfDeclarations { get; } =
    [
        .. typeof(NetworkGenerator).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .Where(static analyzer => analyzer.SupportedDiagnostics.All(static rule => rule.Category == Rules.Declaration)),
    ];

    /// <summary>Their rules.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        [.. OfDeclarations.SelectMany(static analyzer => analyzer.SupportedDiagnostics).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>What they report, by place. An analyzer that throws fails the test.</summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(CSharpCompilation compilation)
    {
        var failures = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            (exception, _, _) => failures.Add(exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var found = await compilation
            .WithAnalyzers(OfDeclarations, options)
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(failures);
        return [.. found.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }
}
