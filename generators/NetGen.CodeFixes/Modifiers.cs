using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.CodeFixes;

/// <summary>Adds and removes a declaration's modifiers without losing a comment.</summary>
internal static class Modifiers
{
    /// <summary>The declaration with <c>partial</c>, which must be the last modifier.</summary>
    public static TypeDeclarationSyntax AddPartial(TypeDeclarationSyntax declaration)
    {
        if (declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return declaration;
        }

        var partial = SyntaxFactory.Token(default, SyntaxKind.PartialKeyword, [SyntaxFactory.Space]);
        if (declaration.Modifiers.Count > 0)
        {
            return declaration.WithModifiers(declaration.Modifiers.Add(partial));
        }

        var keyword = declaration.Keyword;
        return declaration
            .WithKeyword(keyword.WithLeadingTrivia())
            .WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(keyword.LeadingTrivia)));
    }

    /// <summary>The declaration without a modifier; what stood before it stands before the token that follows.</summary>
    public static MemberDeclarationSyntax Remove(MemberDeclarationSyntax declaration, SyntaxKind modifier)
    {
        var token = declaration.Modifiers.FirstOrDefault(candidate => candidate.IsKind(modifier));
        if (token.IsKind(SyntaxKind.None))
        {
            return declaration;
        }

        var leading = token.LeadingTrivia;
        var next = token.GetNextToken();
        var moved = declaration.ReplaceToken(next, next.WithLeadingTrivia(leading.AddRange(next.LeadingTrivia)));
        var again = moved.Modifiers.First(candidate => candidate.IsKind(modifier));
        return moved.WithModifiers(moved.Modifiers.Remove(again));
    }
}
