using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>Reads the attributes of one kind of layer. Stateless: one instance serves all networks on all threads.</summary>
internal abstract class LayerParser
{
    /// <summary>Reads one layer, reporting whatever is wrong with it, and with defaults in place of what is.</summary>
    /// <param name="context">The attribute and what is known of the network before it.</param>
    /// <returns>As much of the layer as is known.</returns>
    public abstract LayerResult Parse(LayerContext context);
}
