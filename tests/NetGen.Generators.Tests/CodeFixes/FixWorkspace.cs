using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.CodeFixes;
using NetGen.Generators.Tests.Diagnostics;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.CodeFixes;

/// <summary>A project in a real workspace, as an IDE holds it.</summary>
internal sealed class FixWorkspace : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly ProjectId _project;

    public FixWorkspace(params IEnumerable<string> sources)
    {
        var reference = CompilationBuilder.Default.Build("");
        _project = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "UserProject",
            "UserProject",
            LanguageNames.CSharp,
            compilationOptions: reference.Options,
            parseOptions: CompilationBuilder.Default.ParseOptions,
            metadataReferences: reference.References)).Id;
        foreach (var (index, source) in sources.Index())
        {
            _workspace.AddDocument(_project, $"File{index}.cs", Microsoft.CodeAnalysis.Text.SourceText.From(source));
        }
    }

    /// <summary>All fixes of the assembly but those of the signal, which have tests of their own.</summary>
    public static ImmutableArray<CodeFixProvider> Fixes { get; } =
    [
        .. typeof(NetworkCodeFix).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(CodeFixProvider)) && type != typeof(SignalCodeFix))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    /// <summary>The fixes that are offered for the first diagnostic of a rule.</summary>
    public async Task<ImmutableArray<CodeAction>> OfferAsync(string rule)
    {
        var diagnostic = (await AnalyzeAsync()).First(diagnostic => diagnostic.Id == rule);
        var document = DocumentOf(diagnostic);
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        foreach (var fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(rule)))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken));
        }

        return actions.ToImmutable();
    }

    /// <summary>Applies a fix and returns the files' texts.</summary>
    public async Task<IReadOnlyList<string>> ApplyAsync(CodeAction action)
    {
        foreach (var operation in await action.GetOperationsAsync(CancellationToken))
        {
            operation.Apply(_workspace, CancellationToken);
        }

        return await TextsAsync();
    }

    /// <summary>Fixes a rule's errors in the whole project and returns the files' texts.</summary>
    public async Task<IReadOnlyList<string>> FixAllAsync(string rule)
    {
        var fix = Fixes.Single(fix => fix.FixableDiagnosticIds.Contains(rule));
        var key = (await OfferAsync(rule)).Single().EquivalenceKey;
        var found = (await AnalyzeAsync()).Where(diagnostic => diagnostic.Id == rule).ToImmutableArray();
        var context = new FixAllContext(
            DocumentOf(found[0]),
            fix,
            FixAllScope.Project,
            key,
            [rule],
            new FoundDiagnostics(found, DocumentOf),
            CancellationToken);
        var action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        return await ApplyAsync(action!);
    }

    /// <summary>What our analyzers say of the project now.</summary>
    public async Task<ImmutableArray<Diagnostic>> AnalyzeAsync() => await Analyzers.RunAsync(await CompileAsync());

    /// <summary>C#'s own errors in the project now.</summary>
    public async Task<IEnumerable<Diagnostic>> CompilerErrorsAsync() =>
        (await CompileAsync()).GetDiagnostics(CancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public void Dispose() => _workspace.Dispose();

    private async Task<CSharpCompilation> CompileAsync() =>
        (CSharpCompilation)(await _workspace.CurrentSolution.GetProject(_project)!.GetCompilationAsync(CancellationToken))!;

    private Document DocumentOf(Diagnostic diagnostic) => _workspace.CurrentSolution.GetDocument(diagnostic.Location.SourceTree)!;

    private async Task<IReadOnlyList<string>> TextsAsync()
    {
        var texts = new List<string>();
        foreach (var document in _workspace.CurrentSolution.GetProject(_project)!.Documents)
        {
            texts.Add((await document.GetTextAsync(CancellationToken)).ToString());
        }

        return texts;
    }

    private sealed class FoundDiagnostics(ImmutableArray<Diagnostic> found, Func<Diagnostic, Document> documentOf) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(found);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(found.Where(diagnostic => documentOf(diagnostic).Id == document.Id));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
