using Microsoft.CodeAnalysis;
using NetGen.Generators.Parsing.Blocks;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>Whose attributes are read, and for whom.</summary>
/// <param name="Type">The class that bears them.</param>
/// <param name="Network">The network they are read for; the class itself where a block is read by itself.</param>
/// <param name="Prefix">What precedes the names of the layers: <c>PreActivation1.</c>, empty for the network's own.</param>
/// <param name="Depth">How many residual blocks and repeated blocks are around them.</param>
/// <param name="Errors">Takes what is wrong.</param>
/// <param name="Session">What the whole reading shares.</param>
internal sealed record LayerScope(INamedTypeSymbol Type, INamedTypeSymbol Network, string Prefix, int Depth, ErrorList Errors, ReadingSession Session)
{
    /// <summary>Whether the attributes are those of the class itself for which layers are read.</summary>
    public bool IsOutermost => ReferenceEquals(Type, Network);

    /// <summary>Whether members bear the layers' names: those of the network's own layers.</summary>
    public bool HasMembers { get; init; }

    /// <summary>The scope of a class of layers inside this one.</summary>
    /// <param name="type">The class.</param>
    /// <param name="name">The repetition's name.</param>
    /// <param name="depth">How many residual blocks are open around it in this scope.</param>
    /// <param name="errors">Takes what is wrong inside.</param>
    public LayerScope Inside(INamedTypeSymbol type, string name, int depth, ErrorList errors) =>
        new(type, Network, Prefix + name + ".", Depth + depth + 1, errors, Session);
}
