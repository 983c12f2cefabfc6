using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>Reads <c>[LayerNormalization]</c>.</summary>
internal sealed class LayerNormalizationParser : SingleLayerParser
{
    /// <inheritdoc/>
    protected override LayerResult Parse(LayerContext context)
    {
        var epsilon = context.Reader.Number("Epsilon", unset: 1e-5, NumberRange.Positive);
        return context.Keeping(input => new LayerNormalizationSpec(context.Name, input, epsilon), Received.From(context.Name), parametersPerFeature: 2);
    }
}
