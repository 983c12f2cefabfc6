using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generators.Parsing;

/// <summary>
/// Where an error will be shown. Kept as what the parser has in its hands; the location is looked up only when an analyzer reports, so that the generator,
/// which reads no errors, pays nothing for it.
/// </summary>
internal readonly record struct ErrorPlace
{
    private readonly ISymbol? _symbol;
    private readonly SyntaxReference? _declaration;
    private readonly AttributeData? _attribute;
    private readonly string? _argument;

    private ErrorPlace(ISymbol? symbol, SyntaxReference? declaration, AttributeData? attribute, string? argument)
    {
        _symbol = symbol;
        _declaration = declaration;
        _attribute = attribute;
        _argument = argument;
    }

    /// <summary>The identifier of a type or member.</summary>
    public static ErrorPlace Of(ISymbol symbol) => new(symbol, null, null, null);

    /// <summary>The identifier in one of a type's declarations.</summary>
    public static ErrorPlace Of(SyntaxReference declaration) => new(null, declaration, null, null);

    /// <summary>A whole attribute.</summary>
    public static ErrorPlace Of(AttributeData attribute) => new(null, null, attribute, null);

    /// <summary>An attribute's argument by the name of its parameter or property; the whole attribute where it has no such argument.</summary>
    public static ErrorPlace Of(AttributeData attribute, string argument) => new(null, null, attribute, argument);

    /// <summary>The place in the source.</summary>
    public Location Find(CancellationToken cancellationToken)
    {
        if (_attribute is { ApplicationSyntaxReference: { } reference })
        {
            var syntax = reference.GetSyntax(cancellationToken);
            return _argument is not null && syntax is AttributeSyntax attribute
                ? FindArgument(attribute, _attribute, _argument)
                : syntax.GetLocation();
        }

        if (_declaration?.GetSyntax(cancellationToken) is { } declaration)
        {
            return declaration is BaseTypeDeclarationSyntax type ? type.Identifier.GetLocation() : declaration.GetLocation();
        }

        return FindSymbol(_symbol);
    }

    private static Location FindSymbol(ISymbol? symbol)
    {
        if (symbol is null)
        {
            return Location.None;
        }

        // The user's own part of a partial class, not the emitted one: an error in emitted code is never shown.
        foreach (var location in symbol.Locations)
        {
            if (location.SourceTree is { } tree && !GeneratedCode.Contains(tree))
            {
                return location;
            }
        }

        return symbol.Locations.Length > 0 ? symbol.Locations[0] : Location.None;
    }

    private static Location FindArgument(AttributeSyntax syntax, AttributeData data, string name)
    {
        if (name == TypeArgument)
        {
            var right = syntax.Name is QualifiedNameSyntax qualified ? qualified.Right : syntax.Name;
            return right is GenericNameSyntax { TypeArgumentList.Arguments: { Count: > 0 } types } ? types[0].GetLocation() : syntax.GetLocation();
        }

        if (syntax.ArgumentList is not { } list)
        {
            return syntax.GetLocation();
        }

        foreach (var argument in list.Arguments)
        {
            if (argument.NameEquals?.Name.Identifier.ValueText == name || argument.NameColon?.Name.Identifier.ValueText == name)
            {
                return argument.GetLocation();
            }
        }

        var position = PositionOf(data, name);
        return position >= 0
            && position < list.Arguments.Count
            && list.Arguments[position] is { NameEquals: null, NameColon: null } positional
                ? positional.GetLocation()
                : syntax.GetLocation();
    }

    private static int PositionOf(AttributeData data, string name)
    {
        if (data.AttributeConstructor is { } constructor)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (parameter.Name == name)
                {
                    return parameter.Ordinal;
                }
            }
        }

        return -1;
    }

    /// <summary>The name under which an attribute's type argument is addressed; no argument can bear it.</summary>
    public const string TypeArgument = "<>";
}
