using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Scheduling;

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

    /// <summary>a = phi(x W + b), or z where the activation is a step of its own.</summary>
    public MatrixKernel Forward => new(
        MatrixRole.Forward, Input.Size, Output.Size, Input.Stride, Output.Stride, Bias is not null, Dense.Activation.Kind == ActivationKind.Relu, Dense.TileRows, Dense.TileVectors);

    /// <summary>dW = x^T dz.</summary>
    public MatrixKernel WeightGradient => new(
        MatrixRole.WeightGradient, Input.Size, Output.Size, Input.Stride, Output.Stride, TileRows: Dense.TileRows, TileVectors: Dense.TileVectors);

    /// <summary>dx = dz W^T, into rows of the padded length.</summary>
    public MatrixKernel InputGradient => new(
        MatrixRole.InputGradient, Input.Size, Output.Size, Machine.VectorWidth.Pad(Input.Size), Output.Stride, TileRows: Dense.TileRows, TileVectors: Dense.TileVectors);

    /// <inheritdoc/>
    public override EquatableArray<MatrixKernel> Kernels => ImmutableArray.Create(Forward, WeightGradient, InputGradient);
}
