using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Parsing.Descriptors;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>Reads <c>[Dense(units, activation)]</c> and <c>[Dense&lt;TActivation&gt;(units)]</c>.</summary>
internal sealed class DenseParser : SingleLayerParser
{
    /// <inheritdoc/>
    protected override LayerResult Parse(LayerContext context)
    {
        var units = context.Size("units");
        var activation = ActivationParser.Parse(context);
        var useBias = context.Reader.Flag("UseBias", unset: true);
        var weights = WeightsParser.Parse(context, activation ?? ActivationSpec.Identity, useBias);
        var bias = BiasParser.Parse(context, weights, useBias);
        var rows = context.Reader.Count("TileRows", MatrixScheduler.TallestTile);
        var vectors = context.Reader.Count("TileVectors", MatrixScheduler.WidestTile);
        var gives = Received.From(activation);
        if (units is not { } n)
        {
            return new LayerResult(null, null, gives);
        }

        if (context.Input is not { } input)
        {
            // One row is the least that the layer can give.
            return new LayerResult(null, Shape.Of(n), gives);
        }

        if (input.Positions * n > Limits.ValuesPerSample)
        {
            context.Reader.Report(
                StructureRules.SizeTooLarge,
                "units",
                context.Subject,
                Numbers.Text((long)n) + " units at each of " + Numbers.Text(input.Positions) + " positions of its input " + input,
                Numbers.Text((long)Limits.ValuesPerSample) + " values (1 MiB of float32 per sample)",
                "declare fewer units, or [Flatten] before the layer");
            return new LayerResult(null, null, gives);
        }

        var layer = new DenseSpec(context.Name, input, n, activation ?? ActivationSpec.Identity, weights, bias) { TileRows = rows, TileVectors = vectors };
        return new LayerResult(layer, layer.Output, gives, n * ((long)input.Last + (useBias ? 1 : 0)), "units");
    }
}
