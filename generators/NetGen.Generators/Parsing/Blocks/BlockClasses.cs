using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Generators.Parsing.Layers;

namespace NetGen.Generators.Parsing.Blocks;

/// <summary>
/// The classes of layers that a network uses, read through their symbols: they may be in another file or assembly. Each is looked at once, however often it is
/// repeated.
/// </summary>
/// <param name="root">The class whose attributes are read.</param>
/// <param name="cancellationToken">Honoured from class to class.</param>
internal sealed class BlockClasses(INamedTypeSymbol root, CancellationToken cancellationToken)
{
    private readonly Dictionary<INamedTypeSymbol, ImmutableArray<NetworkAttribute>> _attributes = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<INamedTypeSymbol, BlockCheck> _checks = new(SymbolEqualityComparer.Default);
    private int _depth;

    /// <summary>A class's attributes, in order.</summary>
    public ImmutableArray<NetworkAttribute> AttributesOf(INamedTypeSymbol type)
    {
        var definition = type.OriginalDefinition;
        if (!_attributes.TryGetValue(definition, out var attributes))
        {
            _attributes.Add(definition, attributes = NetworkAttributes.Of(definition, cancellationToken));
        }

        return attributes;
    }

    /// <summary>Whether a type is marked as a block.</summary>
    public bool IsBlock(INamedTypeSymbol type) => AttributesOf(type).Any(static attribute => attribute.Role == AttributeRole.Block);

    /// <summary>Whether messages can point into a class: not into another assembly, nor into files that a tool has written.</summary>
    public bool CanShow(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, root.ContainingAssembly)
        && GeneratedCode.IsWrittenByUser(type.OriginalDefinition, cancellationToken);

    /// <summary>How a block leads back to the class that uses it, as in <c>A -> B -> A</c>; null where it does not.</summary>
    public string? FindCycle(INamedTypeSymbol user, INamedTypeSymbol block)
    {
        var cameFrom = new Dictionary<INamedTypeSymbol, INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var start = block.OriginalDefinition;
        var pending = new Stack<INamedTypeSymbol>([start]);
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default) { start };
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var type = pending.Pop();
            if (SymbolEqualityComparer.Default.Equals(type, user.OriginalDefinition))
            {
                return Path(user, type, cameFrom);
            }

            foreach (var attribute in AttributesOf(type))
            {
                if (attribute.Kind?.Parser.BlockOf(attribute) is INamedTypeSymbol next && IsBlock(next) && seen.Add(next.OriginalDefinition))
                {
                    cameFrom.Add(next.OriginalDefinition, type);
                    pending.Push(next.OriginalDefinition);
                }
            }
        }

        return null;
    }

    /// <summary>Reads a class by itself.</summary>
    public BlockCheck Check(INamedTypeSymbol type)
    {
        var definition = type.OriginalDefinition;
        if (_checks.TryGetValue(definition, out var check))
        {
            return check;
        }

        if (_depth > Limits.Nesting)
        {
            // Blocks that deep inside one another are an error where the network reads them.
            return BlockCheck.Right;
        }

        _depth++;
        var errors = new ErrorList();
        var attributes = AttributesOf(definition);
        StructureChecks.CheckBlock(definition, attributes, errors);
        var session = new ReadingSession(this, new SizeChecks(), cancellationToken);
        LayerSequence.Read(attributes, new LayerScope(definition, definition, "", 0, errors, session), input: null, received: null);
        _depth--;
        check = new BlockCheck(errors.HasErrors, errors.ToImmutable());
        _checks[definition] = check;
        return check;
    }

    private static string Path(INamedTypeSymbol user, INamedTypeSymbol end, Dictionary<INamedTypeSymbol, INamedTypeSymbol> cameFrom)
    {
        var names = new Stack<string>([end.Name]);
        for (var type = end; cameFrom.TryGetValue(type, out var before); type = before)
        {
            names.Push(before.Name);
        }

        return user.Name + " -> " + string.Join(" -> ", names);
    }
}
