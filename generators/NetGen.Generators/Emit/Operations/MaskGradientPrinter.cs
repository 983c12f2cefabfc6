using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Emit.Operations;

/// <summary>The adjoint of dropout.</summary>
internal sealed class MaskGradientPrinter : OperationPrinter<MaskGradient>
{
    /// <inheritdoc/>
    protected override void Rows(MaskGradient operation, PassContext pass) => pass.Writer.Line(
        $"Dropout.Backward({pass.Ref(operation.Dy)}, {pass.Ref(operation.Kept)}, {pass.Ref(operation.Dx)}, {PassContext.Rows(operation.Dy)}, {pass.Stride(operation.Dy)}, "
        + $"{Literal.Float(operation.Scale)});");

    /// <inheritdoc/>
    protected override void Lanes(MaskGradient operation, PassContext pass) => pass.Writer.Line(
        $"Dropout.BackwardLanes({pass.Ref(operation.Dy)}, {pass.Ref(operation.Kept)}, {pass.Ref(operation.Dx)}, groups, {Literal.Of(operation.Dy.Size)}, {Literal.Float(operation.Scale)});");
}
