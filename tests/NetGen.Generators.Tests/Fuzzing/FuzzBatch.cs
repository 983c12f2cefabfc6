using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.Parsing.Descriptors;
using NetGen.Testing.Comparison;
using NetGen.Testing.Compiling;
using NetGen.Testing.Networks;

namespace NetGen.Generators.Tests.Fuzzing;

/// <summary>Random declarations compiled together, each judged on its own.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Refused">How many have an error, ours or the language's.</param>
/// <param name="Ours">How many have an error of ours.</param>
internal sealed record FuzzBatch(int Total, int Refused, int Ours)
{
    private static readonly ImmutableArray<Type> s_analyzers = [.. typeof(NetworkGenerator).Assembly.GetTypes().Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))];

    /// <summary>Runs generator and analyzers over the files and compiles what came out.</summary>
    /// <param name="files">Each from the name of its namespace.</param>
    /// <param name="compilesAll">
    /// Whether the emitted code is compiled, and analyzed together with the user's, which takes most of the time; otherwise the analyzers see the user's alone.
    /// </param>
    /// <exception cref="CheckFailedException">Something threw, or a declaration without an error gave code that does not compile.</exception>
    public static FuzzBatch Run(IReadOnlyList<Func<string, string>> files, bool compilesAll)
    {
        var sources = files.Select(static (file, index) => file(string.Create(CultureInfo.InvariantCulture, $"Fuzz{index}"))).ToList();
        var compilation = CompilationBuilder.Default.Build(sources.Append(OwnTypes.Source));
        var run = GeneratorHarness.Run(new NetworkGenerator(), compilation);
        if (compilesAll)
        {
            // The kernels of one width are enough here, and a third of the work; other tests compile all.
            run = ForcedWidth.Apply(run, 128);
        }

        var refused = new HashSet<SyntaxTree>();
        var ours = new HashSet<SyntaxTree>();
        var wrong = new HashSet<SyntaxNode?>();
        var signals = new List<SyntaxNode>();
        foreach (var diagnostic in Analyze(compilesAll ? run.Output : run.Input))
        {
            if (diagnostic.Id == "AD0001")
            {
                throw new CheckFailedException($"An analyzer threw: {diagnostic}");
            }

            if (diagnostic.GetMessage(CultureInfo.InvariantCulture) is var message && (message.Contains("NaN", StringComparison.Ordinal) || message.Contains("Infinity", StringComparison.Ordinal))
                && diagnostic.Descriptor.Category != Rules.Declaration)
            {
                throw new CheckFailedException($"A rule reports what is no number: {diagnostic}\n{diagnostic.Location.SourceTree}");
            }

            if (diagnostic.Descriptor.Category != Rules.Declaration && ClassAt(diagnostic.Location) is { } predicted)
            {
                signals.Add(predicted);
            }

            // What a rule of the signal calls an error is emitted all the same.
            if (diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Descriptor.Category == Rules.Declaration && diagnostic.Location.SourceTree is { } tree)
            {
                ours.Add(tree);
                wrong.Add(ClassAt(diagnostic.Location));
            }
        }

        if (signals.Find(wrong.Contains) is { } both)
        {
            throw new CheckFailedException($"A rule of the signal speaks of a declaration in error:\n{both}");
        }

        refused.UnionWith(ours);
        refused.UnionWith(Errors(compilation).Select(static diagnostic => diagnostic.Location.SourceTree).OfType<SyntaxTree>());
        var users = compilation.SyntaxTrees.Take(files.Count).ToList();
        if (compilesAll)
        {
            CheckAccepted(run, users, refused);
        }

        return new FuzzBatch(files.Count, users.Count(refused.Contains), users.Count(ours.Contains));
    }

    // What a declaration without an error gave must compile: no error in the user's file that was not there before, nothing at all in the emitted one.
    private static void CheckAccepted(GeneratorRun run, List<SyntaxTree> users, HashSet<SyntaxTree> refused)
    {
        foreach (var diagnostic in run.Output.GetDiagnostics())
        {
            var emitted = run.IsEmitted(diagnostic.Location.SourceTree);
            if (diagnostic.Severity == DiagnosticSeverity.Hidden || (!emitted && diagnostic.Severity != DiagnosticSeverity.Error))
            {
                continue;
            }

            var user = emitted ? UserOf(diagnostic.Location.SourceTree!, users) : diagnostic.Location.SourceTree;
            if (user is null || !refused.Contains(user))
            {
                throw new CheckFailedException($"A declaration without an error gave code that does not compile: {diagnostic}\n{diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}\n{user}");
            }
        }
    }

    private static SyntaxNode? ClassAt(Location location) =>
        location.SourceTree?.GetRoot().FindNode(location.SourceSpan).FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.BaseTypeDeclarationSyntax>();

    private static SyntaxTree? UserOf(SyntaxTree emitted, List<SyntaxTree> users)
    {
        var declared = emitted.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.BaseNamespaceDeclarationSyntax>()
            .Select(static space => space.Name.ToString())
            .FirstOrDefault(static name => name.StartsWith("Fuzz", StringComparison.Ordinal));
        return declared is null ? null : users[int.Parse(declared.AsSpan(4), CultureInfo.InvariantCulture)];
    }

    private static IEnumerable<Diagnostic> Errors(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static ImmutableArray<Diagnostic> Analyze(CSharpCompilation compilation)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. s_analyzers.Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];
        return compilation.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
    }
}
