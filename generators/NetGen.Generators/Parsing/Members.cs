using Microsoft.CodeAnalysis;

namespace NetGen.Generators.Parsing;

/// <summary>The members that a network's class has before anything is emitted into it.</summary>
internal static class Members
{
    private static readonly SymbolDisplayFormat ParameterTypes = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>Who has a name already, in the words of a message; null where it is free for a layer.</summary>
    public static string? OwnerOf(string name, INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (type.Name == name)
        {
            return "the class itself";
        }

        if (ReservedNames.IsEmitted(name))
        {
            return "a member that is emitted into every network";
        }

        if (name.Length > 0 && name[0] == ReservedNames.FieldPrefix)
        {
            return "the emitted fields, whose names start with an underscore";
        }

        foreach (var member in type.GetMembers(name))
        {
            if (GeneratedCode.IsWrittenByUser(member, cancellationToken))
            {
                return "a member of the class";
            }
        }

        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var member in ancestor.GetMembers(name))
            {
                if (IsInherited(member, cancellationToken))
                {
                    return "a member inherited from '" + ancestor.Name + "'";
                }
            }
        }

        return null;
    }

    /// <summary>Whether a member of a base class is visible in the network's class, were it not for what is emitted.</summary>
    public static bool IsInherited(ISymbol member, CancellationToken cancellationToken) =>
        member.DeclaredAccessibility != Accessibility.Private
        && (member.DeclaringSyntaxReferences.IsEmpty || GeneratedCode.IsWrittenByUser(member, cancellationToken));

    /// <summary>
    /// The types of a method's parameters, without their namespaces: a parameter of the emitted type <c>Input</c> reads the same before and after it exists.
    /// </summary>
    public static string ParametersOf(IMethodSymbol method) =>
        string.Join(", ", method.Parameters.Select(static parameter => parameter.Type.ToDisplayString(ParameterTypes)));
}
