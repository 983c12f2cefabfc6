using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Lowering.Layers;

/// <summary>One step of the forward pass and its counterpart in the backward pass. Each kind of layer is a record of its own.</summary>
/// <param name="Number">The layer's place, from 1; emitted symbols carry it: <c>z1</c>, <c>a1</c>.</param>
/// <param name="Spec">The declaration.</param>
/// <param name="Input">What it reads.</param>
/// <param name="Output">What it writes.</param>
/// <param name="Tensors">Its parameters.</param>
internal abstract record LayerPlan(int Number, LayerSpec Spec, ValuePlan Input, ValuePlan Output, EquatableArray<TensorPlan> Tensors)
{
    /// <summary>Multiply-adds of one sample's forward pass.</summary>
    public abstract long MultiplyAdds { get; }

    /// <summary>Whether training must keep what the layer's activation received, beside what it gave.</summary>
    public abstract bool KeepsPreActivation { get; }

    /// <summary>Parameters of the layer.</summary>
    public int ParameterCount => Tensors.Sum(static tensor => tensor.Length);
}
