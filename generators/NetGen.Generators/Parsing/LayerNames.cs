using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Parsing.Descriptors;

namespace NetGen.Generators.Parsing;

/// <summary>
/// Gives the layers of one network their names: the declared one, or the kind and the number among its kind. Names differ where their letters differ in case.
/// </summary>
internal sealed class LayerNames(INamedTypeSymbol type, ErrorList errors, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _layers = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The names that layers are declared to have, whether they can have them or not.</summary>
    /// <param name="layers">A network's layers, all of them, in order.</param>
    public static ImmutableArray<string> Declared(IEnumerable<NetworkAttribute> layers)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. layers.Select(layer => DeclaredName(layer, NextDefault(layer, numbers)))];
    }

    /// <summary>The next layer's name; a valid, free and distinct one even where the declared one is in error.</summary>
    public string Next(NetworkAttribute attribute)
    {
        _count++;
        var unset = NextDefault(attribute, _numbers);
        var name = DeclaredName(attribute, unset);
        if (!IsUsable(attribute.Data, name))
        {
            // The number keeps it from every default name, the underscore inside from every sensible one.
            name = unset;
            while (_layers.ContainsKey(name) || Members.OwnerOf(name, type, cancellationToken) is not null)
            {
                cancellationToken.ThrowIfCancellationRequested();
                name += "_";
            }
        }

        _layers.Add(name, _count);
        return name;
    }

    private static string NextDefault(NetworkAttribute attribute, Dictionary<string, int> numbers)
    {
        var kind = attribute.Kind!.Name;
        numbers.TryGetValue(kind, out var number);
        numbers[kind] = ++number;
        return kind + number.ToString(CultureInfo.InvariantCulture);
    }

    private static string DeclaredName(NetworkAttribute attribute, string unset)
    {
        foreach (var pair in attribute.Data.NamedArguments)
        {
            if (pair is { Key: "Name", Value: { Kind: TypedConstantKind.Primitive, Value: string name } })
            {
                return name;
            }
        }

        return unset;
    }

    private bool IsUsable(AttributeData attribute, string name)
    {
        if (!Identifiers.IsValid(name))
        {
            errors.Add(NameRules.InvalidName, ErrorPlace.Of(attribute, "Name"), name, Numbers.Text((long)_count), type.Name);
            return false;
        }

        if (_layers.TryGetValue(name, out var other))
        {
            errors.Add(
                NameRules.DuplicateName,
                ErrorPlace.Of(attribute, "Name"),
                Numbers.Text((long)other),
                Numbers.Text((long)_count),
                type.Name,
                name);
            return false;
        }

        if (Members.OwnerOf(name, type, cancellationToken) is { } owner)
        {
            errors.Add(NameRules.NameTaken, ErrorPlace.Of(attribute, "Name"), Numbers.Text((long)_count), type.Name, name, owner);
            return false;
        }

        return true;
    }
}
