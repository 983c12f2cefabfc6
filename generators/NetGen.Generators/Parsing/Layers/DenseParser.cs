using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Parsing.Layers;

/// <summary>Reads <c>[Dense(units, activation)]</c> and <c>[Dense&lt;TActivation&gt;(units)]</c>.</summary>
internal sealed class DenseParser : LayerParser
{
    /// <inheritdoc/>
    public override LayerResult Parse(LayerContext context)
    {
        var units = context.Size("units");
        var activation = ActivationParser.Parse(context);
        var useBias = context.Reader.Flag("UseBias", unset: true);
        var weights = WeightsParser.Parse(context, activation ?? ActivationSpec.Identity, useBias);
        var bias = BiasParser.Parse(context, weights, useBias);
        var rows = context.Reader.Count("TileRows", MatrixScheduler.TallestTile);
        var vectors = context.Reader.Count("TileVectors", MatrixScheduler.WidestTile);
        if (units is not { } n)
        {
            return new LayerResult(null, null, activation);
        }

        if (context.Input is not { } input)
        {
            return new LayerResult(null, Shape.Of(n), activation);
        }

        var layer = new DenseSpec(context.Name, input, n, activation ?? ActivationSpec.Identity, weights, bias) { TileRows = rows, TileVectors = vectors };
        return new LayerResult(layer, layer.Output, activation, n * (input.Size + (useBias ? 1 : 0)), "units");
    }
}
