using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.CodeFixes;

/// <summary>Inserts, removes and names attributes in the way the declaration already has them.</summary>
internal static class AttributeLists
{
    /// <summary>An attribute named as its neighbour is: qualified where that is, by the same namespace.</summary>
    /// <param name="neighbour">Another attribute of NetGen's.</param>
    /// <param name="attribute">The attribute without qualification: <c>Input(1)</c>.</param>
    public static AttributeSyntax Create(AttributeSyntax neighbour, string attribute)
    {
        var qualifier = neighbour.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Left + qualified.DotToken.Text,
            AliasQualifiedNameSyntax aliased => aliased.Alias + aliased.ColonColonToken.Text,
            _ => "",
        };
        return ParseList("[" + qualifier + attribute + "]").Attributes[0];
    }

    /// <summary>The declaration with an attribute before another.</summary>
    public static TypeDeclarationSyntax InsertBefore(TypeDeclarationSyntax declaration, int list, int position, AttributeSyntax attribute)
    {
        var neighbour = declaration.AttributeLists[list];
        if (position > 0)
        {
            return Join(declaration, neighbour, position, attribute);
        }

        // Documentation and blank lines before the neighbour now stand before the new list; its indentation serves both.
        var inserted = ListOf(attribute)
            .WithLeadingTrivia(neighbour.GetLeadingTrivia())
            .WithTrailingTrivia(Separator(neighbour));
        var moved = neighbour.WithLeadingTrivia(Indentation(neighbour));
        return declaration.WithAttributeLists(declaration.AttributeLists.Replace(neighbour, moved).Insert(list, inserted));
    }

    /// <summary>The declaration with an attribute after another.</summary>
    public static TypeDeclarationSyntax InsertAfter(TypeDeclarationSyntax declaration, int list, int position, AttributeSyntax attribute)
    {
        var neighbour = declaration.AttributeLists[list];
        if (position < neighbour.Attributes.Count - 1)
        {
            return Join(declaration, neighbour, position + 1, attribute);
        }

        var inserted = ListOf(attribute)
            .WithLeadingTrivia(Indentation(neighbour))
            .WithTrailingTrivia(Separator(neighbour));
        return declaration.WithAttributeLists(declaration.AttributeLists.Insert(list + 1, inserted));
    }

    /// <summary>The declaration with an attribute on a line before all others, or before the declaration itself where there are none.</summary>
    public static TypeDeclarationSyntax InsertFirst(TypeDeclarationSyntax declaration, AttributeSyntax attribute)
    {
        if (declaration.AttributeLists.Count > 0)
        {
            return InsertBefore(declaration, 0, 0, attribute);
        }

        var leading = declaration.GetLeadingTrivia();
        var indentation = leading.Count > 0 && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(leading.Last()) : default;
        var ends = declaration.SyntaxTree.GetRoot().DescendantTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var list = ListOf(attribute).WithLeadingTrivia(leading).WithTrailingTrivia(ends.Append(SyntaxFactory.LineFeed).First());
        return declaration.WithLeadingTrivia(indentation).WithAttributeLists(SyntaxFactory.SingletonList(list));
    }

    private static TypeDeclarationSyntax Join(TypeDeclarationSyntax declaration, AttributeListSyntax list, int position, AttributeSyntax attribute)
    {
        var attributes = list.Attributes.Insert(position, attribute);
        var separators = new List<SyntaxToken>();
        for (var i = 0; i < attributes.Count - 1; i++)
        {
            separators.Add(SyntaxFactory.Token(default, SyntaxKind.CommaToken, [SyntaxFactory.Space]));
        }

        var joined = list.WithAttributes(SyntaxFactory.SeparatedList(attributes.ToArray(), separators));
        return declaration.ReplaceNode(list, joined);
    }

    private static AttributeListSyntax ListOf(AttributeSyntax attribute) =>
        ParseList("[A]").WithAttributes(SyntaxFactory.SingletonSeparatedList(attribute));

    /// <summary>A list as it is written. What the syntax factory makes carries elastic trivia, by which the formatter would move the lines around it.</summary>
    private static AttributeListSyntax ParseList(string text) => SyntaxFactory.ParseMemberDeclaration(text + "class C;")!.AttributeLists[0];

    private static SyntaxTriviaList Indentation(AttributeListSyntax list) =>
        list.GetLeadingTrivia() is [.., var last] && last.IsKind(SyntaxKind.WhitespaceTrivia) ? [last] : [];

    private static SyntaxTrivia Separator(AttributeListSyntax list)
    {
        foreach (var trivia in list.GetTrailingTrivia())
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                return trivia;
            }
        }

        return SyntaxFactory.Space;
    }
}
