using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>Reads <c>[GaussianNoise(standardDeviation)]</c>.</summary>
internal sealed class GaussianNoiseParser : SingleLayerParser
{
    /// <inheritdoc/>
    protected override LayerResult Parse(LayerContext context)
    {
        var deviation = context.Reader.Number("standardDeviation", unset: 0, NumberRange.NotNegative);
        return context.Keeping(input => new GaussianNoiseSpec(context.Name, input, deviation), context.Received);
    }
}
