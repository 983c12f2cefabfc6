using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>Reads <c>[Activation(activation)]</c> and <c>[Activation&lt;TActivation&gt;]</c>.</summary>
internal sealed class ActivationLayerParser : SingleLayerParser
{
    /// <inheritdoc/>
    protected override LayerResult Parse(LayerContext context)
    {
        var activation = ActivationParser.Parse(context);
        return context.Keeping(input => new ActivationLayerSpec(context.Name, input, activation ?? ActivationSpec.Identity), Received.From(activation));
    }
}
