using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.Signal.Rules;

namespace NetGen.CodeFixes;

/// <summary>
/// Offers what <see cref="FixFinder"/> found and checked, best first, each under the title that says what it gives. The network is changed as a
/// specification; what differs is then written into the attributes, so that all diagnostics of a class are one edit.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SignalCodeFix))]
[Shared]
public sealed class SignalCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. SignalRules.All.Select(static rule => rule.Definition.Id)];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
        await ApplyAsync(document, diagnostics, Rank(context.CodeActionEquivalenceKey), context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } target)
            {
                continue;
            }

            var change = new SignalChange(target.Declared);
            var fixes = change.FixesOf(target.Finding);
            for (var rank = 0; rank < fixes.Count; rank++)
            {
                var chosen = rank;
                var action = CodeAction.Create(
                    fixes[rank].Title,
                    cancellationToken => ApplyAsync(context.Document, [diagnostic], chosen, cancellationToken),
                    Key(rank));
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>
    /// Fixes of one rank belong together when a whole project is fixed: the best for each diagnostic, or the second best. Titles hold numbers and names of
    /// layers, which differ from network to network.
    /// </summary>
    private static string Key(int rank) => nameof(SignalCodeFix) + "." + rank.ToString(CultureInfo.InvariantCulture);

    private static int Rank(string? key) =>
        key is not null && int.TryParse(key.Substring(key.LastIndexOf('.') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : 0;

    /// <summary>The class that a diagnostic is about, and the finding that it shows.</summary>
    private static async Task<(TypeDeclarationSyntax Type, DeclaredSignal Declared, Finding Finding)?> FindAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || !root.FullSpan.Contains(diagnostic.Location.SourceSpan))
        {
            return null;
        }

        var type = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>();
        var options = document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider;
        if (type is null
            || model.GetDeclaredSymbol(type, cancellationToken) is not INamedTypeSymbol symbol
            || DeclaredSignal.Read(symbol, options, cancellationToken) is not { } declared)
        {
            return null;
        }

        foreach (var finding in SignalRules.Check(new RuleContext(declared.Network, declared.Training, declared.Thresholds)))
        {
            if (finding.Rule.Id == diagnostic.Id && declared.PlaceOf(finding).Find(cancellationToken).SourceSpan == diagnostic.Location.SourceSpan)
            {
                return (type, declared, finding);
            }
        }

        return null;
    }

    private static async Task<Document> ApplyAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, int rank, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return document;
        }

        var changes = new Dictionary<TypeDeclarationSyntax, SignalChange>();
        foreach (var diagnostic in diagnostics.OrderBy(static found => found.Location.SourceSpan.Start))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } target)
            {
                continue;
            }

            if (!changes.TryGetValue(target.Type, out var change))
            {
                changes.Add(target.Type, change = new SignalChange(target.Declared));
            }

            change.Mend(target.Finding, rank);
        }

        var editor = new SyntaxEditor(root, document.Project.Solution.Services);
        foreach (var pair in changes)
        {
            DeclarationEdits.Apply(editor, pair.Key, pair.Value, cancellationToken);
        }

        return document.WithSyntaxRoot(editor.GetChangedRoot());
    }
}
