using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>Reads <c>[Flatten]</c>.</summary>
internal sealed class FlattenParser : SingleLayerParser
{
    /// <inheritdoc/>
    protected override LayerResult Parse(LayerContext context)
    {
        var layer = context.Input is { } input ? new FlattenSpec(context.Name, input) : null;
        return new LayerResult(layer, layer?.Output, context.Received);
    }
}
