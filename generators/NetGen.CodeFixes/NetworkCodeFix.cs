using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace NetGen.CodeFixes;

/// <summary>
/// A fix that is one edit of one document. Many at once are edits of one editor, so that fixing a project never loses one to another beside it.
/// </summary>
public abstract class NetworkCodeFix : CodeFixProvider
{
    private protected NetworkCodeFix()
    {
    }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create((context, document, diagnostics) => ApplyAsync(document, diagnostics, context.CancellationToken));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FindAsync(context.Document, diagnostic, new GivenNames(), context.CancellationToken).ConfigureAwait(false) is { } target
                && Title(target) is { } title)
            {
                var action = CodeAction.Create(
                    title,
                    async cancellationToken => await ApplyAsync(context.Document, [diagnostic], cancellationToken).ConfigureAwait(false) ?? context.Document,
                    equivalenceKey: GetType().Name + diagnostic.Id);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>What the fix is called, or null where it cannot be offered.</summary>
    private protected abstract string? Title(FixTarget target);

    /// <summary>Makes the edit. Called only where there is a title.</summary>
    private protected abstract void Edit(SyntaxEditor editor, FixTarget target);

    private static async Task<FixTarget?> FindAsync(Document document, Diagnostic diagnostic, GivenNames names, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root is null || model is null || !root.FullSpan.Contains(diagnostic.Location.SourceSpan)
            ? null
            : new FixTarget(diagnostic, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: false), model, names, cancellationToken);
    }

    private async Task<Document?> ApplyAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return document;
        }

        var editor = new SyntaxEditor(root, document.Project.Solution.Services);
        var names = new GivenNames();
        foreach (var diagnostic in diagnostics)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await FindAsync(document, diagnostic, names, cancellationToken).ConfigureAwait(false) is { } target && Title(target) is not null)
            {
                Edit(editor, target);
            }
        }

        return document.WithSyntaxRoot(editor.GetChangedRoot());
    }
}
