namespace NetGen.Probing;

/// <summary>A layer's tensors among the network's.</summary>
internal static class WeightTensor
{
    /// <summary>The layer's matrix, [outputs, inputs]; null for a layer that has none, such as a normalization.</summary>
    public static TensorInfo? Of<TNetwork, TTarget>(LayerInfo layer)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged => Find<TNetwork, TTarget>(layer.Name + ".weight") is { Shape.Length: 2 } matrix ? matrix : null;

    /// <summary>The layer's biases, [outputs]; null for a layer that has none.</summary>
    public static TensorInfo? BiasOf<TNetwork, TTarget>(LayerInfo layer)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged => Find<TNetwork, TTarget>(layer.Name + ".bias");

    private static TensorInfo? Find<TNetwork, TTarget>(string name)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged => TNetwork.Tensors.FirstOrDefault(tensor => tensor.Name == name);
}
