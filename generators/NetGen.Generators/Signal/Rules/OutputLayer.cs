using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Signal.Rules;

/// <summary>The activation that a network's outputs come from.</summary>
internal static class OutputLayer
{
    /// <summary>The last layer, with its activation.</summary>
    public static (int Index, ActivationKind Activation) Of(NetworkSpec network)
    {
        var index = network.Layers.Count - 1;
        while (index > 0 && network.Layers[index] is ActivationLayerSpec { Activation.Kind: ActivationKind.Identity })
        {
            index--;
        }

        return (index, network.Layers[index].Activation.Kind);
    }

    /// <summary>The network whose outputs are what the last activation receives now.</summary>
    public static NetworkSpec WithoutActivation(NetworkSpec network)
    {
        var index = Of(network).Index;
        return network.Layers[index] is ActivationLayerSpec && network.Layers.Count > 1
            ? network.Without(index)
            : network.WithLayer(index, network.Layers[index] with { Activation = ActivationSpec.Identity });
    }
}
