using NetGen.Numerics;

namespace NetGen.Benchmarks.Peers;

/// <summary>One of our networks, copied out layer by layer, so that peers start from the same weights.</summary>
/// <param name="Layers">The layers.</param>
/// <param name="Loss">The loss by its name.</param>
internal sealed record PeerModel(IReadOnlyList<PeerLayer> Layers, string Loss)
{
    /// <summary>Copies a network.</summary>
    /// <exception cref="NotSupportedException">It has a layer that peers cannot be told of.</exception>
    public static PeerModel Of<TNetwork, TTarget>(TNetwork network)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        if (TNetwork.Input.Scale != 1 || TNetwork.Input.Shift != 0)
        {
            throw new NotSupportedException($"{TNetwork.Name} rescales its inputs; peers are told of networks that take them as they are.");
        }

        return new PeerModel([.. TNetwork.Layers.Select(layer => Copy<TNetwork, TTarget>(network, layer))], TNetwork.Loss.Name);
    }

    private static PeerLayer Copy<TNetwork, TTarget>(TNetwork network, LayerInfo layer)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        if (layer.Kind != "Dense")
        {
            throw new NotSupportedException($"{TNetwork.Name} has the layer {layer.Name} of the kind {layer.Kind}; peers are told of dense layers only.");
        }

        float[]? Tensor(string name)
        {
            if (TNetwork.Tensors.SingleOrDefault(tensor => tensor.Name == name) is not { } tensor)
            {
                return null;
            }

            var values = new float[tensor.Length];
            TensorAccess.Get(TNetwork.Tensors, name, network.Parameters, values);
            return values;
        }

        return new PeerLayer(
            layer.Name, layer.InputShape.Single(), layer.OutputShape.Single(), Tensor($"{layer.Name}.weight")!, Tensor($"{layer.Name}.bias"), layer.Activation);
    }
}
