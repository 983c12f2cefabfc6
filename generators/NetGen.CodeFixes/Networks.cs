using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Parsing;

namespace NetGen.CodeFixes;

/// <summary>A declaration's network attributes, by the generator's own parser.</summary>
internal static class Networks
{
    /// <summary>The attributes that stand on one declaration, in order, with their places.</summary>
    public static ImmutableArray<(AttributeSyntax Syntax, NetworkAttribute Attribute)> On(TypeDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetDeclaredSymbol(declaration, cancellationToken) is not INamedTypeSymbol type)
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<(AttributeSyntax, NetworkAttribute)>();
        foreach (var attribute in NetworkAttributes.Of(type, cancellationToken))
        {
            if (attribute.Data.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax syntax
                && syntax.Parent is AttributeListSyntax list
                && list.Parent == declaration)
            {
                found.Add((syntax, attribute));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>An attribute's list among its declaration's, and its position in that list.</summary>
    public static (int List, int Position) PlaceOf(AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        return (((TypeDeclarationSyntax)list.Parent!).AttributeLists.IndexOf(list), list.Attributes.IndexOf(attribute));
    }
}
