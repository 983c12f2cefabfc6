using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generators.Parsing.Descriptors;

namespace NetGen.Generators.Parsing;

/// <summary>Whether code can be emitted into a type at all.</summary>
internal static class DeclarationChecks
{
    /// <summary>Reports whatever keeps code out of the type; nothing reported means that it can be extended.</summary>
    public static void Check(INamedTypeSymbol type, ErrorList errors, CancellationToken cancellationToken)
    {
        if (type.TypeKind != TypeKind.Class || type.IsRecord)
        {
            errors.Add(DeclarationRules.NotAClass, ErrorPlace.Of(type), type.Name, Describe(type));
        }
        else
        {
            CheckModifiers(type, errors);
            ConstructionChecks.Check(type, errors, cancellationToken);
        }

        CheckGeneric(type, errors);
        CheckFileLocal(type, errors);
        CheckPartial(type, errors, cancellationToken);
        CheckLanguage(type, errors);
    }

    private static void CheckModifiers(INamedTypeSymbol type, ErrorList errors)
    {
        if (type.IsStatic || type.IsAbstract)
        {
            errors.Add(DeclarationRules.StaticOrAbstract, ErrorPlace.Of(type), type.Name, type.IsStatic ? "static" : "abstract");
        }
    }

    private static void CheckGeneric(INamedTypeSymbol type, ErrorList errors)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.Arity > 0)
            {
                var subject = ReferenceEquals(current, type) ? "The class '" : "'" + type.Name + "' stands in '";
                var parameters = string.Join(", ", current.TypeParameters.Select(static parameter => parameter.Name));
                var verb = ReferenceEquals(current, type) ? "' is generic" : "', which is generic";
                errors.Add(DeclarationRules.Generic, ErrorPlace.Of(type), subject + current.Name + "<" + parameters + ">" + verb);
                return;
            }
        }
    }

    private static void CheckFileLocal(INamedTypeSymbol type, ErrorList errors)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                errors.Add(DeclarationRules.FileLocal, ErrorPlace.Of(current), current.Name);
                return;
            }
        }
    }

    private static void CheckPartial(INamedTypeSymbol type, ErrorList errors, CancellationToken cancellationToken)
    {
        foreach (var reference in NotPartial(type, cancellationToken))
        {
            errors.Add(DeclarationRules.NotPartial, ErrorPlace.Of(reference), type.Name);
        }

        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            foreach (var reference in NotPartial(container, cancellationToken))
            {
                errors.Add(DeclarationRules.ContainerNotPartial, ErrorPlace.Of(reference), container.Name, type.Name);
            }
        }
    }

    private static IEnumerable<SyntaxReference> NotPartial(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                yield return reference;
            }
        }
    }

    private static void CheckLanguage(INamedTypeSymbol type, ErrorList errors)
    {
        if (type.DeclaringSyntaxReferences is [var reference, ..]
            && reference.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: var version }
            && version < Limits.OldestLanguage)
        {
            errors.Add(
                DeclarationRules.LanguageVersion,
                ErrorPlace.Of(type),
                type.Name,
                Limits.OldestLanguage.ToDisplayString(),
                version.ToDisplayString());
        }
    }

    private static string Describe(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, TypeKind: TypeKind.Struct } => "a record struct",
        { IsRecord: true } => "a record",
        { TypeKind: TypeKind.Struct } => "a struct",
        { TypeKind: TypeKind.Interface } => "an interface",
        { TypeKind: TypeKind.Enum } => "an enumeration",
        { TypeKind: TypeKind.Delegate } => "a delegate",
        _ => "not a class",
    };
}
