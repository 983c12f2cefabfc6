using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes;
using NetGen.Generators.Diagnostics;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Signal.Roslyn;

/// <summary>A project in a real workspace, with an .editorconfig, as an IDE holds it.</summary>
internal sealed class SignalWorkspace : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly ProjectId _project = ProjectId.CreateNewId();

    public SignalWorkspace(string options, params IEnumerable<string> sources)
    {
        var reference = CompilationBuilder.Default.Build("");
        var solution = _workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            _project,
            VersionStamp.Default,
            "UserProject",
            "UserProject",
            LanguageNames.CSharp,
            compilationOptions: reference.Options,
            parseOptions: CompilationBuilder.Default.ParseOptions,
            metadataReferences: reference.References));
        foreach (var (index, source) in sources.Index())
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(_project), $"File{index}.cs", SourceText.From(source), filePath: $"/user/File{index}.cs");
        }

        if (options.Length > 0)
        {
            solution = solution.AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(_project), ".editorconfig", SourceText.From("root = true\n[*.cs]\n" + options), filePath: "/user/.editorconfig");
        }

        Assert.True(_workspace.TryApplyChanges(solution));
    }

    /// <summary>The analyzers of the signal, by reflection: none is forgotten.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(SignalFamilyAnalyzer).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && (type.IsSubclassOf(typeof(SignalFamilyAnalyzer)) || type == typeof(ThresholdAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Their rules.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        [.. Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    private Project Project => _workspace.CurrentSolution.GetProject(_project)!;

    /// <summary>What the analyzers report and nothing suppresses, by file and place. An analyzer that throws fails the test.</summary>
    public async Task<ImmutableArray<Diagnostic>> AnalyzeAsync()
    {
        var compilation = await CompileAsync();
        var failures = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(Project.AnalyzerOptions, (exception, _, _) => failures.Add(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync(CancellationToken);
        Assert.Empty(failures);
        return
        [
            .. found.Where(static diagnostic => !diagnostic.IsSuppressed)
                .OrderBy(static diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The fixes that are offered for a diagnostic, in order.</summary>
    public async Task<ImmutableArray<CodeAction>> OfferAsync(Diagnostic diagnostic)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        var document = Project.GetDocument(diagnostic.Location.SourceTree)!;
        await new SignalCodeFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken));
        return actions.ToImmutable();
    }

    /// <summary>The files' texts after a fix; the workspace stays as it is.</summary>
    public async Task<IReadOnlyList<string>> PreviewAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken);
        return await TextsAsync(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(_project)!);
    }

    /// <summary>Fixes a rule's diagnostics in the whole project, by the fixes of a rank, and returns the files' texts.</summary>
    public async Task<IReadOnlyList<string>> FixAllAsync(string rule, int rank = 0)
    {
        var found = (await AnalyzeAsync()).Where(diagnostic => diagnostic.Id == rule).ToImmutableArray();
        var key = (await OfferAsync(found[0]))[rank].EquivalenceKey;
        var fix = new SignalCodeFix();
        var context = new FixAllContext(
            Project.GetDocument(found[0].Location.SourceTree)!, fix, FixAllScope.Project, key, [rule], new Provider(found), CancellationToken);
        var action = await fix.GetFixAllProvider().GetFixAsync(context);
        return await PreviewAsync(action!);
    }

    /// <summary>The user's code as it is compiled now.</summary>
    public async Task<CSharpCompilation> CompileAsync() => (CSharpCompilation)(await Project.GetCompilationAsync(CancellationToken))!;

    /// <inheritdoc/>
    public void Dispose() => _workspace.Dispose();

    private static async Task<IReadOnlyList<string>> TextsAsync(Project project)
    {
        var texts = new List<string>();
        foreach (var document in project.Documents)
        {
            texts.Add((await document.GetTextAsync(CancellationToken)).ToString());
        }

        return texts;
    }

    private sealed class Provider(ImmutableArray<Diagnostic> found) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(found);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(found.Where(diagnostic => diagnostic.Location.SourceTree!.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
