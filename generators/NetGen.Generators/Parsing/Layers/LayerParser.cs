using Microsoft.CodeAnalysis;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>Reads the attributes of one kind. Stateless: one instance serves all networks on all threads.</summary>
internal abstract class LayerParser
{
    /// <summary>Reads one attribute and adds what it declares, reporting whatever is wrong with it.</summary>
    /// <param name="layers">What the attributes before it have given.</param>
    /// <param name="attribute">The attribute.</param>
    public abstract void Read(LayerSequence layers, NetworkAttribute attribute);

    /// <summary>The stem of the default names of what the attribute declares; null where it declares nothing that has a name.</summary>
    public virtual string? Stem(NetworkAttribute attribute) => attribute.Kind!.Name;

    /// <summary>The class whose layers the attribute declares; null where it declares its own.</summary>
    public virtual ITypeSymbol? BlockOf(NetworkAttribute attribute) => null;

    /// <summary>How many names the attribute takes.</summary>
    public virtual int Names(NetworkAttribute attribute) => 1;
}
