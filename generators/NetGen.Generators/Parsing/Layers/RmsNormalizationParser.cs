using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>Reads <c>[RmsNormalization]</c>.</summary>
internal sealed class RmsNormalizationParser : SingleLayerParser
{
    /// <inheritdoc/>
    protected override LayerResult Parse(LayerContext context)
    {
        var epsilon = context.Reader.Number("Epsilon", unset: 1e-5, NumberRange.Positive);
        return context.Keeping(input => new RmsNormalizationSpec(context.Name, input, epsilon), Received.From(context.Name), parametersPerFeature: 1);
    }
}
