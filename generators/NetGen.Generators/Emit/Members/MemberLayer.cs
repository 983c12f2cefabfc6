using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Emit.Members;

/// <summary>A layer as the members of a network show it.</summary>
/// <param name="Number">The layer's number, from 1.</param>
/// <param name="Spec">The declaration.</param>
/// <param name="Parameters">Its parameters, in the order of the buffer.</param>
/// <param name="State">Its state, likewise.</param>
internal sealed record MemberLayer(int Number, LayerSpec Spec, EquatableArray<MemberTensor> Parameters, EquatableArray<MemberTensor> State)
{
    /// <summary>The number of its parameters.</summary>
    public int ParameterCount => Parameters.Sum(static tensor => tensor.Length);
}
