using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace NetGen.CodeFixes;

/// <summary>Adds <c>[NetworkBlock]</c> to a class that a network repeats, in whatever file of the solution the class is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkBlockFix))]
[Shared]
public sealed class MarkBlockFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["NETGEN038"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FindAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } target)
            {
                var action = CodeAction.Create(
                    "Mark '" + target.Type.Identifier.ValueText + "' with [NetworkBlock]",
                    cancellationToken => MarkAsync(target.Document, target.Type, cancellationToken),
                    equivalenceKey: nameof(MarkBlockFix));
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>The class's declaration: the one that bears layers where there are several.</summary>
    private static async Task<(Document Document, ClassDeclarationSyntax Type)?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null
            || model is null
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not TypeSyntax name
            || model.GetTypeInfo(name, cancellationToken).Type is not INamedTypeSymbol type)
        {
            return null;
        }

        var declarations = new List<ClassDeclarationSyntax>();
        foreach (var reference in type.OriginalDefinition.DeclaringSyntaxReferences)
        {
            if (await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is ClassDeclarationSyntax declaration)
            {
                declarations.Add(declaration);
            }
        }

        return declarations.OrderByDescending(static declaration => declaration.AttributeLists.Count).FirstOrDefault() is { } chosen
            && document.Project.Solution.GetDocument(chosen.SyntaxTree) is { } home
                ? (home, chosen)
                : null;
    }

    private static async Task<Document> MarkAsync(Document document, ClassDeclarationSyntax type, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var name = SyntaxFactory.ParseName("global::NetGen.NetworkBlock").WithAdditionalAnnotations(Simplifier.Annotation);
        var marked = AttributeLists.InsertFirst(type, SyntaxFactory.Attribute(name));
        return document.WithSyntaxRoot(root!.ReplaceNode(type, marked));
    }
}
