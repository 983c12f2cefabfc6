using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>Reads <c>[AlphaDropout(rate)]</c>.</summary>
internal sealed class AlphaDropoutParser : SingleLayerParser
{
    /// <inheritdoc/>
    protected override LayerResult Parse(LayerContext context)
    {
        var rate = context.Reader.Number("rate", unset: 0, NumberRange.Rate);
        return context.Keeping(input => new AlphaDropoutSpec(context.Name, input, rate), context.Received);
    }
}
