namespace NetGen.Generators.Parsing.Layers;

/// <summary>Reads the attributes of a kind each of which declares one layer with nothing inside.</summary>
internal abstract class SingleLayerParser : LayerParser
{
    /// <inheritdoc/>
    public sealed override void Read(LayerSequence layers, NetworkAttribute attribute)
    {
        var name = layers.NextNames(attribute)[0];
        var reader = layers.ReaderOf(attribute, "layer", name);
        layers.Add(attribute, reader, Parse(new LayerContext(reader, layers.Scope.Network, layers.Scope.Prefix + name, layers.Shape, layers.Received)));
    }

    /// <summary>Reads one layer, reporting whatever is wrong with it, and with defaults in place of what is.</summary>
    /// <param name="context">The attribute and what is known of the network before it.</param>
    /// <returns>As much of the layer as is known.</returns>
    protected abstract LayerResult Parse(LayerContext context);
}
