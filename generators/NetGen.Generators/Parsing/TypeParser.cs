using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Model;

namespace NetGen.Generators.Parsing;

/// <summary>Reads where a class stands.</summary>
internal static class TypeParser
{
    /// <summary>The words needed to open the class again in another file.</summary>
    public static TypeSpec Parse(INamedTypeSymbol type)
    {
        var containers = ImmutableArray.CreateBuilder<string>();
        var isPublic = IsVisible(type);
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            containers.Insert(0, "partial " + Keyword(container) + " " + Identifiers.EscapeType(container.Name) + TypeParameters(container));
            isPublic &= IsVisible(container);
        }

        return new TypeSpec(
            NamespaceOf(type.ContainingNamespace),
            containers.ToImmutable(),
            type.Name,
            Identifiers.EscapeType(type.Name),
            HintNames.Of(type),
            isPublic);
    }

    private static string NamespaceOf(INamespaceSymbol? ns)
    {
        var parts = new Stack<string>();
        for (var current = ns; current is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
        {
            parts.Push(Identifiers.Escape(current.Name));
        }

        return string.Join(".", parts);
    }

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };

    private static string TypeParameters(INamedTypeSymbol type) =>
        type.Arity == 0 ? "" : "<" + string.Join(", ", type.TypeParameters.Select(static parameter => Identifiers.Escape(parameter.Name))) + ">";

    private static bool IsVisible(INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
