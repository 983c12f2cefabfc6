using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Parsing.Descriptors;

namespace NetGen.Generators.Parsing;

/// <summary>Members of the user's own, and names of classes, that stand where emitted members belong.</summary>
internal static class MemberChecks
{
    /// <summary>Reports every such member and returns the names, sorted.</summary>
    public static ImmutableArray<string> Check(INamedTypeSymbol type, ErrorList errors, CancellationToken cancellationToken)
    {
        var taken = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var member in type.GetMembers())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Collision(member) is { } collision && GeneratedCode.IsWrittenByUser(member, cancellationToken))
            {
                taken.Add(member.Name);
                errors.Add(NameRules.MemberCollision, ErrorPlace.Of(member), collision, type.Name);
            }
        }

        // A member cannot bear the name of its class.
        if (ReservedNames.IsEmitted(type.Name))
        {
            taken.Add(type.Name);
            errors.Add(NameRules.MemberCollision, ErrorPlace.Of(type), "The name", type.Name);
        }

        for (var ancestor = type.BaseType; ancestor is { SpecialType: not SpecialType.System_Object }; ancestor = ancestor.BaseType)
        {
            CheckInherited(type, ancestor, errors, cancellationToken);
        }

        return [.. taken];
    }

    private static void CheckInherited(INamedTypeSymbol type, INamedTypeSymbol ancestor, ErrorList errors, CancellationToken cancellationToken)
    {
        foreach (var member in ancestor.GetMembers())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (member is not IMethodSymbol { MethodKind: MethodKind.Constructor }
                && Collision(member) is { } collision
                && Members.IsInherited(member, cancellationToken))
            {
                errors.Add(NameRules.MemberCollision, ErrorPlace.Of(type), collision + ", inherited from '" + ancestor.Name + "',", type.Name);
            }
        }
    }

    /// <summary>How a message calls a member that collides; null where it does not.</summary>
    private static string? Collision(ISymbol member)
    {
        if (member is not IMethodSymbol method)
        {
            return ReservedNames.IsEmitted(member.Name) ? Describe(member) + " '" + member.Name + "'" : null;
        }

        if (method.MethodKind == MethodKind.Constructor)
        {
            var parameters = Members.ParametersOf(method);
            return ReservedNames.Constructors.Contains(parameters) ? "The constructor with parameters (" + parameters + ")" : null;
        }

        if (method.MethodKind != MethodKind.Ordinary)
        {
            return null;
        }

        if (ReservedNames.Members.Contains(method.Name))
        {
            return "The method '" + method.Name + "'";
        }

        return method.Arity == 0
            && ReservedNames.Methods.TryGetValue(method.Name, out var overloads)
            && Members.ParametersOf(method) is var own
            && overloads.Contains(own)
                ? "The method '" + method.Name + "(" + own + ")'"
                : null;
    }

    private static string Describe(ISymbol member) => member.Kind switch
    {
        SymbolKind.Field => "The field",
        SymbolKind.Property => "The property",
        SymbolKind.Event => "The event",
        SymbolKind.NamedType => "The type",
        _ => "The member",
    };
}
