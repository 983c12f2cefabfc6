using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Model;

namespace NetGen.Generators.Lowering;

/// <summary>A network as memory and steps: where each tensor lies, what each layer reads and writes, in the order of the forward pass.</summary>
/// <param name="Spec">The declaration.</param>
/// <param name="Input">The network's input as its first layer reads it.</param>
/// <param name="CopiesInput">Whether the input is copied, and rescaled on the way, before the first layer reads it.</param>
/// <param name="Layers">The steps.</param>
internal sealed record NetworkPlan(NetworkSpec Spec, ValuePlan Input, bool CopiesInput, EquatableArray<LayerPlan> Layers)
{
    /// <summary>What the last layer gives.</summary>
    public ValuePlan Output => Layers[Layers.Count - 1].Output;

    /// <summary>All tensors, in the order of the buffer.</summary>
    public IEnumerable<TensorPlan> Tensors => Layers.SelectMany(static layer => layer.Tensors);

    /// <summary>The length of the buffer.</summary>
    public int ParameterCount => Tensors.Sum(static tensor => tensor.Length);

    /// <summary>Multiply-adds of one sample's forward pass.</summary>
    public long MultiplyAdds => Layers.Sum(static layer => layer.MultiplyAdds);
}
