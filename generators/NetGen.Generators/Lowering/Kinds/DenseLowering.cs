using System.Collections.Immutable;
using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering.Kinds;

/// <summary>Dense layers: a product and an activation. Weights are stored [inputs][units], so the weights of one input to all units are neighbours.</summary>
internal sealed class DenseLowering : LayerLowering
{
    /// <inheritdoc/>
    public override string Kind => "Dense";

    /// <inheritdoc/>
    public override Value Lower(LayerSpec layer, int number, Value x, Value inside, GraphBuilder graph)
    {
        var dense = (DenseSpec)layer;
        var isLinear = dense.Activation.Kind == ActivationKind.Identity;
        var z = Product(dense, number, x, isLinear ? "a" : "z", graph);
        return isLinear ? z : ActivationLowering.Apply(dense.Activation, number, z, graph);
    }

    /// <summary>x W + b, without the activation.</summary>
    /// <param name="dense">The layer.</param>
    /// <param name="number">The number of the layer that the product belongs to.</param>
    /// <param name="x">What it receives.</param>
    /// <param name="letter">The letter of the result.</param>
    /// <param name="graph">Takes the operation.</param>
    public static Value Product(DenseSpec dense, int number, Value x, string letter, GraphBuilder graph)
    {
        var (inputs, units) = (x.Columns, dense.Units);
        var weights = new TensorSpec(
            dense.Name + ".weight", ImmutableArray.Create(units, inputs), IsTransposed: true, Index: 0, dense.Weights, dense.FanIn, dense.FanOut);
        var bias = dense.Bias is null
            ? null
            : new TensorSpec(dense.Name + ".bias", ImmutableArray.Create(units), IsTransposed: false, Index: 1, dense.Bias, dense.FanIn, dense.FanOut);
        return graph.Append(new MatrixProduct(
            number,
            x,
            GraphBuilder.Parameter("W", number, weights),
            bias is null ? null : GraphBuilder.Parameter("b", number, bias),
            GraphBuilder.PerSample(letter, number, x.Shape.WithLast(units)))
        {
            TileRows = dense.TileRows,
            TileVectors = dense.TileVectors,
        });
    }
}
