using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Scheduling;

/// <summary>A layer as the members of a network show it.</summary>
/// <param name="Number">The layer's number, from 1.</param>
/// <param name="Spec">The declaration.</param>
/// <param name="Tensors">Its parameters, in the order of the buffer.</param>
/// <param name="States">Its state.</param>
internal sealed record NetworkStep(int Number, LayerSpec Spec, EquatableArray<StoredTensor> Tensors, EquatableArray<StoredTensor> States)
{
    /// <summary>The number of its parameters.</summary>
    public int ParameterCount => Tensors.Sum(static tensor => tensor.Length);
}
