using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Parsing.Descriptors;
using NetGen.Generators.Parsing.Layers;

namespace NetGen.Generators.Parsing;

/// <summary>
/// Gives the layers of one class their names: the declared one, or the kind and the number among its kind. Names differ where their letters differ in case. A
/// block that is repeated has a name for each repetition.
/// </summary>
internal sealed class LayerNames(LayerScope scope)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _layers = new(StringComparer.Ordinal);

    /// <summary>The names that layers are declared to have, whether they can have them or not.</summary>
    /// <param name="layers">A class's layers, all of them, in order.</param>
    /// <returns>For each attribute its names; none for one that declares nothing with a name.</returns>
    public static ImmutableArray<ImmutableArray<string>> Declared(IEnumerable<NetworkAttribute> layers)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. layers.Select(layer => DeclaredName(layer) is { } name ? Repeat(name, layer) : NextDefaults(layer, numbers))];
    }

    /// <summary>A declared name as the repetitions of a block bear it: the name itself where there is one, followed by a number otherwise.</summary>
    public static ImmutableArray<string> Repeat(string name, NetworkAttribute attribute) => attribute.Kind!.Parser.Names(attribute) switch
    {
        1 => [name],
        var count => [.. Enumerable.Range(1, count).Select(number => name + number.ToString(CultureInfo.InvariantCulture))],
    };

    /// <summary>The name that an attribute sets, null where it sets none.</summary>
    public static string? DeclaredName(NetworkAttribute attribute)
    {
        foreach (var pair in attribute.Data.NamedArguments)
        {
            if (pair is { Key: "Name", Value: { Kind: TypedConstantKind.Primitive, Value: string name } })
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The names of what the next attribute declares; valid, free and distinct ones even where the declared ones are in error.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="number">The number of its first layer in the class.</param>
    public ImmutableArray<string> Next(NetworkAttribute attribute, int number)
    {
        var unset = NextDefaults(attribute, _numbers);
        var declared = DeclaredName(attribute) is { } stem ? Repeat(stem, attribute) : unset;
        var names = ImmutableArray.CreateBuilder<string>(unset.Length);
        var isReported = false;
        for (var index = 0; index < unset.Length; index++)
        {
            scope.Session.CancellationToken.ThrowIfCancellationRequested();
            var name = declared[index];
            if (!IsUsable(attribute.Data, name, number, ref isReported))
            {
                // The number keeps it from every default name, the underscore inside from every sensible one.
                name = unset[index];
                while (_layers.ContainsKey(name) || OwnerOf(name) is not null)
                {
                    scope.Session.CancellationToken.ThrowIfCancellationRequested();
                    name += "_";
                }
            }

            _layers.Add(name, number);
            names.Add(name);
        }

        return names.MoveToImmutable();
    }

    private static ImmutableArray<string> NextDefaults(NetworkAttribute attribute, Dictionary<string, int> numbers)
    {
        if (attribute.Kind!.Parser.Stem(attribute) is not { } stem)
        {
            return [];
        }

        numbers.TryGetValue(stem, out var number);
        var count = attribute.Kind.Parser.Names(attribute);
        numbers[stem] = number + count;
        return [.. Enumerable.Range(number + 1, count).Select(next => stem + next.ToString(CultureInfo.InvariantCulture))];
    }

    /// <summary>Members are emitted for the network's own layers alone: inside a block names keep clear of one another and of nothing else.</summary>
    private string? OwnerOf(string name) => scope.HasMembers ? Members.OwnerOf(name, scope.Type, scope.Session.CancellationToken) : null;

    private bool IsUsable(AttributeData attribute, string name, int number, ref bool isReported)
    {
        if (!Identifiers.IsValid(name))
        {
            Report(ref isReported, NameRules.InvalidName, attribute, name, Numbers.Text((long)number), scope.Type.Name);
            return false;
        }

        if (_layers.TryGetValue(name, out var other))
        {
            Report(ref isReported, NameRules.DuplicateName, attribute, Numbers.Text((long)other), Numbers.Text((long)number), scope.Type.Name, name);
            return false;
        }

        if (OwnerOf(name) is { } owner)
        {
            Report(ref isReported, NameRules.NameTaken, attribute, Numbers.Text((long)number), scope.Type.Name, name, owner);
            return false;
        }

        return true;
    }

    /// <summary>One error is enough for all repetitions.</summary>
    private void Report(ref bool isReported, DiagnosticDescriptor rule, AttributeData attribute, params string[] arguments)
    {
        if (!isReported)
        {
            scope.Errors.Add(rule, ErrorPlace.Of(attribute, "Name"), arguments);
            isReported = true;
        }
    }
}
