using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Parsing.Descriptors;

namespace NetGen.Generators.Parsing;

/// <summary>Whether the emitted constructor, which takes a seed and nothing else, can make an object of the class.</summary>
internal static class ConstructionChecks
{
    /// <summary>Reports what stands in its way.</summary>
    public static void Check(INamedTypeSymbol type, ErrorList errors, CancellationToken cancellationToken)
    {
        CheckBase(type, errors, cancellationToken);
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax { ParameterList: not null })
            {
                const string Reason = "it has a primary constructor, which every other constructor would have to call; declare its parameters as properties";
                errors.Add(DeclarationRules.CannotBeConstructed, ErrorPlace.Of(reference), type.Name, Reason);
            }
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            CheckRequired(type, current, errors, cancellationToken);
        }
    }

    private static void CheckBase(INamedTypeSymbol type, ErrorList errors, CancellationToken cancellationToken)
    {
        if (type.BaseType is not { SpecialType: not SpecialType.System_Object, TypeKind: TypeKind.Class } ancestor)
        {
            return;
        }

        if (IsNetwork(ancestor, cancellationToken))
        {
            var reason = "its base class '" + ancestor.Name + "' is a network too, whose members it would hide; derive it from another class";
            errors.Add(DeclarationRules.CannotBeConstructed, ErrorPlace.Of(type), type.Name, reason);
        }
        else if (!ancestor.InstanceConstructors.Any(constructor => IsCallable(constructor, type)))
        {
            var reason = "its base class '" + ancestor.Name + "' has no accessible constructor without parameters; add one";
            errors.Add(DeclarationRules.CannotBeConstructed, ErrorPlace.Of(type), type.Name, reason);
        }
    }

    private static bool IsNetwork(INamedTypeSymbol ancestor, CancellationToken cancellationToken)
    {
        for (var current = ancestor; current is not null; current = current.BaseType)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var attribute in current.GetAttributes())
            {
                if (attribute.AttributeClass is { Name: "NeuralNetworkAttribute", ContainingNamespace: { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true } })
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsCallable(IMethodSymbol constructor, INamedTypeSymbol type)
    {
        foreach (var parameter in constructor.Parameters)
        {
            if (!parameter.IsOptional && !parameter.IsParams)
            {
                return false;
            }
        }

        return constructor.DeclaredAccessibility switch
        {
            Accessibility.Private => IsWithin(type, constructor.ContainingType),
            Accessibility.Internal or Accessibility.ProtectedAndInternal =>
                SymbolEqualityComparer.Default.Equals(constructor.ContainingAssembly, type.ContainingAssembly)
                || constructor.ContainingAssembly.GivesAccessTo(type.ContainingAssembly),
            _ => true,
        };
    }

    private static bool IsWithin(INamedTypeSymbol type, INamedTypeSymbol container)
    {
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(outer, container))
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckRequired(INamedTypeSymbol type, INamedTypeSymbol declaring, ErrorList errors, CancellationToken cancellationToken)
    {
        foreach (var member in declaring.GetMembers())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (member is IFieldSymbol { IsRequired: true } or IPropertySymbol { IsRequired: true })
            {
                var own = ReferenceEquals(declaring, type);
                var reason = "its member '" + member.Name + "'" + (own ? "" : ", inherited from '" + declaring.Name + "',")
                    + " is required, and nobody sets it; remove 'required'";
                errors.Add(DeclarationRules.CannotBeConstructed, own ? ErrorPlace.Of(member) : ErrorPlace.Of(type), type.Name, reason);
            }
        }
    }
}
