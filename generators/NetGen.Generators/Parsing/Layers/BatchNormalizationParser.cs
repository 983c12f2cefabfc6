using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>Reads <c>[BatchNormalization]</c>.</summary>
internal sealed class BatchNormalizationParser : SingleLayerParser
{
    /// <inheritdoc/>
    protected override LayerResult Parse(LayerContext context)
    {
        var momentum = context.Reader.Number("Momentum", unset: 0.1, NumberRange.Share);
        var epsilon = context.Reader.Number("Epsilon", unset: 1e-5, NumberRange.Positive);
        return context.Keeping(input => new BatchNormalizationSpec(context.Name, input, momentum, epsilon), Received.From(context.Name), parametersPerFeature: 2);
    }
}
