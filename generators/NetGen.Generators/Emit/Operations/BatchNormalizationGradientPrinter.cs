using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Emit.Operations;

/// <summary>The adjoint of batch normalization.</summary>
internal sealed class BatchNormalizationGradientPrinter : OperationPrinter<BatchNormalizationGradient>
{
    /// <inheritdoc/>
    protected override void Rows(BatchNormalizationGradient operation, PassContext pass)
    {
        var (x, dy, dx) = (operation.X, operation.Dy, operation.Dx);
        pass.Writer.Line(
            $"BatchNormalization.Backward({pass.Ref(x)}, {pass.Stride(x)}, {pass.Ref(operation.Statistics)}, {pass.Ref(operation.Gamma)}, {pass.Ref(dy)}, {pass.Stride(dy)}, "
            + $"{pass.Ref(dx)}, {pass.Stride(dx)}, {pass.Ref(operation.Dgamma)}, {pass.Ref(operation.Dbeta)}, {PassContext.Rows(x)}, {Literal.Of(x.Columns)});");
    }

    /// <inheritdoc/>
    protected override void Lanes(BatchNormalizationGradient operation, PassContext pass) => pass.Writer.Line(
        $"BatchNormalization.BackwardLanes({pass.Ref(operation.X)}, {pass.Ref(operation.Statistics)}, {pass.Ref(operation.Gamma)}, {pass.Ref(operation.Dy)}, "
        + $"{pass.Ref(operation.Dx)}, {pass.Ref(operation.Dgamma)}, {pass.Ref(operation.Dbeta)}, groups, samples, {Literal.Of(operation.X.Columns)});");
}
