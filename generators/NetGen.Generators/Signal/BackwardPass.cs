using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal.Training;

namespace NetGen.Generators.Signal;

/// <summary>The backward recursion G^l = n v E[phi'^2] G^(l+1), from the loss to the first layer with weights.</summary>
internal static class BackwardPass
{
    /// <summary>G for each entry of the forward pass's parameters; null where something between there and the loss is not known.</summary>
    public static double?[] Run(NetworkSpec network, ForwardPass forward, LossSignal loss)
    {
        var parameters = forward.Parameters;
        var gradients = new double?[parameters.Count];
        var gradient = loss.GradientSecondMoment;
        for (var index = parameters.Count - 1; index >= 0; index--)
        {
            gradients[index] = gradient;
            if (index == 0)
            {
                break;
            }

            // Through these weights to the values they receive, then through every activation back to the weights before.
            var (layer, weights, _) = parameters[index];
            var slope = forward.Layers[layer - 1].Outgoing?.SlopeSecondMoment;
            var square = weights.Variance + (weights.Mean * weights.Mean);
            gradient = ((DenseSpec)network.Layers[layer]).FanOut * square * slope * gradient;
            if (gradient is { } value)
            {
                gradient = double.IsNaN(value) ? null : Math.Min(value, SignalMath.LargestVariance);
            }
        }

        return gradients;
    }
}
