using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;

namespace NetGen.Generators.Lowering.Layers;

/// <summary>A dense layer's steps: three matrix products, a sum of rows for the bias, and the activation.</summary>
internal sealed record DensePlan(int Number, DenseSpec Dense, ValuePlan Input, ValuePlan Output, TensorPlan Weights, TensorPlan? Bias)
    : LayerPlan(Number, Dense, Input, Output, Bias is null ? ImmutableArray.Create(Weights) : ImmutableArray.Create(Weights, Bias))
{
    /// <inheritdoc/>
    public override long MultiplyAdds => (long)Input.Size * Output.Size;

    /// <inheritdoc/>
    public override bool KeepsPreActivation => ActivationTraits.DerivativeNeedsPreActivation(Dense.Activation);

    /// <summary>Whether the activation is taken while the product is still in registers.</summary>
    public bool FusesActivation => Dense.Activation.Kind is ActivationKind.Identity or ActivationKind.Relu;
}
