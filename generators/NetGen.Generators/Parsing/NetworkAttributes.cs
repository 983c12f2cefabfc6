using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generators.Parsing;

/// <summary>Finds a network's attributes on a type, in the order in which they are written.</summary>
internal static class NetworkAttributes
{
    /// <summary>The attribute that makes a class a network.</summary>
    public const string NeuralNetwork = "NetGen.NeuralNetworkAttribute";

    private const string RootNamespace = "NetGen";

    private static readonly ImmutableDictionary<string, (AttributeRole Role, LayerKind? Kind)> Roles = CreateRoles();

    /// <summary>The attributes of a network or block, by declaration and then by position; empty for a type that has none.</summary>
    public static ImmutableArray<NetworkAttribute> Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<NetworkAttribute>();
        var declarations = new List<(SyntaxTree Tree, int Start)>();
        foreach (var data in type.GetAttributes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (data.AttributeClass is not { } attributeClass || !TryGetRole(attributeClass, out var role))
            {
                continue;
            }

            // A compiled assembly has no text, but its attributes in the order of the declaration.
            var declaration = data.ApplicationSyntaxReference is { } reference ? IndexOf(declarations, reference, cancellationToken) : 0;
            found.Add(new NetworkAttribute(data, role.Role, role.Kind, declaration, AttributeReader.IsReadable(data, cancellationToken)));
        }

        return [.. found.OrderBy(static attribute => attribute.Declaration).ThenBy(static attribute => attribute.Data.ApplicationSyntaxReference?.Span.Start ?? 0)];
    }

    /// <summary>
    /// Whether a declaration is the one for which code is emitted. A class whose partial declarations all bear <c>[NeuralNetwork]</c> (an error of C#'s) is
    /// visited once for each; its files must be added once.
    /// </summary>
    public static bool IsFirstDeclaration(INamedTypeSymbol type, SyntaxNode declaration, CancellationToken cancellationToken)
    {
        foreach (var attribute in Of(type, cancellationToken))
        {
            if (attribute.Role == AttributeRole.Network)
            {
                var reference = attribute.Data.ApplicationSyntaxReference!;
                return reference.SyntaxTree == declaration.SyntaxTree && declaration.FullSpan.Contains(reference.Span);
            }
        }

        return false;
    }

    private static bool TryGetRole(INamedTypeSymbol attributeClass, out (AttributeRole Role, LayerKind? Kind) role)
    {
        role = default;
        return attributeClass.TypeKind != TypeKind.Error
            && attributeClass.ContainingType is null
            && attributeClass.ContainingNamespace is { Name: RootNamespace, ContainingNamespace.IsGlobalNamespace: true }
            && Roles.TryGetValue(RootNamespace + "." + attributeClass.MetadataName, out role);
    }

    private static int IndexOf(List<(SyntaxTree Tree, int Start)> declarations, SyntaxReference reference, CancellationToken cancellationToken)
    {
        // The attribute's list, and the declaration that bears the list.
        var owner = reference.GetSyntax(cancellationToken).Parent?.Parent;
        var key = (reference.SyntaxTree, owner?.SpanStart ?? 0);
        var index = declarations.IndexOf(key);
        if (index < 0)
        {
            index = declarations.Count;
            declarations.Add(key);
        }

        return index;
    }

    private static ImmutableDictionary<string, (AttributeRole Role, LayerKind? Kind)> CreateRoles()
    {
        var roles = ImmutableDictionary.CreateBuilder<string, (AttributeRole Role, LayerKind? Kind)>(StringComparer.Ordinal);
        roles.Add(NeuralNetwork, (AttributeRole.Network, null));
        roles.Add("NetGen.NetworkBlockAttribute", (AttributeRole.Block, null));
        roles.Add("NetGen.InputAttribute", (AttributeRole.Input, null));
        roles.Add("NetGen.LossAttribute", (AttributeRole.Loss, null));
        roles.Add("NetGen.LossAttribute`1", (AttributeRole.Loss, null));
        roles.Add("NetGen.TrainingAttribute`1", (AttributeRole.Training, null));
        foreach (var kind in LayerKinds.All)
        {
            foreach (var name in kind.AttributeNames)
            {
                roles.Add(name, (AttributeRole.Layer, kind));
            }
        }

        return roles.ToImmutable();
    }
}
