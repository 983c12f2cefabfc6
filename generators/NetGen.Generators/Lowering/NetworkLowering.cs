using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering;

/// <summary>A declared network to the graph of its forward pass in training.</summary>
internal static class NetworkLowering
{
    /// <summary>The graph.</summary>
    /// <param name="spec">The declaration.</param>
    /// <param name="cancellationToken">Honoured from layer to layer.</param>
    public static NetworkGraph Lower(NetworkSpec spec, CancellationToken cancellationToken = default)
    {
        var graph = new GraphBuilder();
        var shape = spec.Input.Shape;
        var input = new Value(spec.Input.IsRescaled ? "input" : "x", shape, ValueRole.Input, ValueExtent.Sample, 0);
        var x = spec.Input.IsRescaled
            ? graph.Append(new Rescaling(input, new Value("x", shape, ValueRole.Activation, ValueExtent.Sample, 0), spec.Input.Scale, spec.Input.Shift))
            : input;
        var number = 0;
        var output = Lower(spec.Layers, x, graph, ref number, cancellationToken);
        return new NetworkGraph(input, output, graph.Operations);
    }

    private static Value Lower(EquatableArray<LayerSpec> layers, Value x, GraphBuilder graph, ref int number, CancellationToken cancellationToken)
    {
        foreach (var layer in layers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var inside = Lower(layer.Body, x, graph, ref number, cancellationToken);
            x = layer.IsStep ? LayerLowerings.Of(layer).Lower(layer, ++number, x, inside, graph) : inside;
        }

        return x;
    }
}
