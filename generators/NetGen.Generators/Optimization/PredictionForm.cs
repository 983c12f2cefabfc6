using System.Collections.Immutable;
using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Optimization;

/// <summary>
/// The forward pass of prediction: nothing is drawn at random, batch normalization becomes a scale and a shift by its running statistics, and nothing is kept for a
/// backward pass.
/// </summary>
internal static class PredictionForm
{
    /// <summary>The graph of prediction.</summary>
    public static NetworkGraph Run(NetworkGraph graph)
    {
        var places = new Dictionary<Value, Value>();
        Value Map(Value value) => places.TryGetValue(value, out var place) ? place : value;
        var operations = ImmutableArray.CreateBuilder<Operation>(graph.Operations.Length);
        foreach (var operation in graph.Operations)
        {
            switch (operation)
            {
                case Mask mask:
                    places.Add(mask.Y, Map(mask.X));
                    break;
                case Noise noise:
                    places.Add(noise.Y, Map(noise.X));
                    break;
                case RowNormalization normalization:
                    operations.Add(normalization with { X = Map(normalization.X), Statistics = null });
                    break;
                case BatchNormalization normalization:
                    var (scale, shift) = (Derived(normalization, "scale"), Derived(normalization, "shift"));
                    operations.Add(new FoldStatistics(
                        operation.Layer,
                        normalization.Gamma,
                        normalization.Beta,
                        normalization.RunningMean,
                        normalization.RunningVariance,
                        Bias: null,
                        scale,
                        shift,
                        normalization.Epsilon));
                    operations.Add(new ColumnScale(operation.Layer, Map(normalization.X), scale, shift, normalization.Y));
                    break;
                default:
                    operations.Add(operation.Rewire(Map));
                    break;
            }
        }

        return graph with { Operations = operations.ToImmutable(), Output = Map(graph.Output) };
    }

    private static Value Derived(BatchNormalization normalization, string letter) => new(
        letter + normalization.Layer.ToString(System.Globalization.CultureInfo.InvariantCulture),
        normalization.Gamma.Shape,
        ValueRole.Derived,
        ValueExtent.Network,
        normalization.Layer);
}
