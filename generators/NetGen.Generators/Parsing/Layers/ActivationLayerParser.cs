using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>Reads <c>[Activation(activation)]</c> and <c>[Activation&lt;TActivation&gt;]</c>.</summary>
internal sealed class ActivationLayerParser : LayerParser
{
    /// <inheritdoc/>
    public override LayerResult Parse(LayerContext context)
    {
        var activation = ActivationParser.Parse(context);
        var layer = context.Input is { } input ? new ActivationLayerSpec(context.Name, input, activation ?? ActivationSpec.Identity) : null;
        return new LayerResult(layer, context.Input, activation);
    }
}
