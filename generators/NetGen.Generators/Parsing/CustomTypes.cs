using Microsoft.CodeAnalysis;
using NetGen.Generators.Parsing.Descriptors;

namespace NetGen.Generators.Parsing;

/// <summary>Types of the user's own: activations, losses, initializers.</summary>
internal static class CustomTypes
{
    /// <summary>Checks that emitted code can use a type as what it is declared to be.</summary>
    /// <param name="type">The type.</param>
    /// <param name="contract">The interface it must implement, in the namespace NetGen.</param>
    /// <param name="argument">Where it is named.</param>
    /// <param name="reader">Takes the errors.</param>
    /// <param name="network">The class into which code is emitted.</param>
    /// <returns>The type's fully qualified name, or null where it cannot be used.</returns>
    public static string? Name(ITypeSymbol type, string contract, string argument, AttributeReader reader, INamedTypeSymbol network)
    {
        var display = type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
        if (type is INamedTypeSymbol { IsUnboundGenericType: true })
        {
            return Refuse("it is an open generic type; name its type arguments");
        }

        if (!Implements(type, contract))
        {
            reader.Report(ValueRules.LacksInterface, argument, display, reader.Subject, contract);
            return null;
        }

        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
        {
            return Refuse("it is no class or struct; implement the interface in one");
        }

        if (type.IsRefLikeType)
        {
            return Refuse("it is a ref struct, which cannot be a type argument; make it a plain struct");
        }

        if (Hidden(type, network) is { } hidden)
        {
            return Refuse(hidden);
        }

        return type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

        string? Refuse(string reason)
        {
            reader.Report(ValueRules.UnusableType, argument, display, reader.Subject, reason);
            return null;
        }
    }

    private static bool Implements(ITypeSymbol type, string contract)
    {
        foreach (var candidate in type.AllInterfaces)
        {
            if (candidate.Name == contract
                && candidate.Arity == 0
                && candidate.ContainingNamespace is { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Why emitted code, which stands in another file and outside of every class of the user's, cannot see a type; null where it can.</summary>
    private static string? Hidden(ITypeSymbol type, INamedTypeSymbol network)
    {
        if (type is not INamedTypeSymbol named)
        {
            return type is IArrayTypeSymbol array ? Hidden(array.ElementType, network) : null;
        }

        for (var current = named; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                return "it is visible in its own file alone, and code is emitted into another; remove 'file'";
            }

            if (!IsAccessible(current, network))
            {
                return "'" + current.Name + "' is " + Words(current.DeclaredAccessibility) + ", and emitted code stands outside of what it is visible in; make it internal or public";
            }

            foreach (var argument in current.TypeArguments)
            {
                if (Hidden(argument, network) is { } hidden)
                {
                    return hidden;
                }
            }
        }

        return null;
    }

    /// <summary>Seen from the classes that compute, which stand outside of the network's own: what is private beside the network is hidden from them too.</summary>
    private static bool IsAccessible(INamedTypeSymbol type, INamedTypeSymbol network) => type.DeclaredAccessibility switch
    {
        Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal => false,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => IsFriend(type, network),
        _ => true,
    };

    private static string Words(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Private => "private",
        Accessibility.Protected => "protected",
        Accessibility.ProtectedAndInternal => "private protected",
        Accessibility.ProtectedOrInternal => "protected internal in another assembly",
        _ => "internal in another assembly",
    };

    private static bool IsFriend(INamedTypeSymbol type, INamedTypeSymbol network) =>
        type.ContainingAssembly is not { } assembly
        || SymbolEqualityComparer.Default.Equals(assembly, network.ContainingAssembly)
        || assembly.GivesAccessTo(network.ContainingAssembly);
}
