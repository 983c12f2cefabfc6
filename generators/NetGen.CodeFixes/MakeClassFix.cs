using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace NetGen.CodeFixes;

/// <summary>Turns a record or struct that is meant to be a network into a class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeClassFix))]
[Shared]
public sealed class MakeClassFix : NetworkCodeFix
{
    private static readonly SyntaxKind[] s_structOnly = [SyntaxKind.ReadOnlyKeyword, SyntaxKind.RefKeyword];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["NETGEN005"];

    // A parameter list would become a primary constructor, which a network cannot have either.
    private protected override string? Title(FixTarget target) =>
        target.Declaration is RecordDeclarationSyntax { ParameterList: null } or StructDeclarationSyntax { ParameterList: null }
            ? "Make '" + target.Declaration.Identifier.ValueText + "' a class"
            : null;

    private protected override void Edit(SyntaxEditor editor, FixTarget target) =>
        editor.ReplaceNode(target.Declaration!, static (current, _) => ToClass((TypeDeclarationSyntax)current));

    private static ClassDeclarationSyntax ToClass(TypeDeclarationSyntax declaration)
    {
        foreach (var modifier in s_structOnly)
        {
            declaration = (TypeDeclarationSyntax)Modifiers.Remove(declaration, modifier);
        }

        // The second keyword of 'record struct' and 'record class' goes; what follows it stays.
        var trailing = declaration is RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not 0 } record
            ? record.ClassOrStructKeyword.TrailingTrivia
            : declaration.Keyword.TrailingTrivia;
        var keyword = SyntaxFactory.Token(declaration.Keyword.LeadingTrivia, SyntaxKind.ClassKeyword, trailing);
        return SyntaxFactory.ClassDeclaration(
            declaration.AttributeLists,
            declaration.Modifiers,
            keyword,
            declaration.Identifier,
            declaration.TypeParameterList,
            declaration.ParameterList,
            declaration.BaseList,
            declaration.ConstraintClauses,
            declaration.OpenBraceToken,
            declaration.Members,
            declaration.CloseBraceToken,
            declaration.SemicolonToken);
    }
}
