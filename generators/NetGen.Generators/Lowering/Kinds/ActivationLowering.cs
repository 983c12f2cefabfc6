using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering.Kinds;

/// <summary>Activations, by themselves and at the end of other layers.</summary>
internal sealed class ActivationLowering : LayerLowering
{
    /// <inheritdoc/>
    public override string Kind => "Activation";

    /// <inheritdoc/>
    public override Value Lower(LayerSpec layer, int number, Value x, Value inside, GraphBuilder graph) => Apply(layer.Activation, number, x, graph);

    /// <summary>a = phi(x).</summary>
    /// <param name="function">phi.</param>
    /// <param name="number">The number of the layer that it belongs to.</param>
    /// <param name="x">The values.</param>
    /// <param name="graph">Takes the operation.</param>
    public static Value Apply(ActivationSpec function, int number, Value x, GraphBuilder graph)
    {
        var a = GraphBuilder.PerSample("a", number, x.Shape);
        return graph.Append(function.Kind == ActivationKind.Softmax ? new Softmax(number, x, a) : new Map(number, function, x, a));
    }
}
