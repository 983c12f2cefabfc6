using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Emit.Operations;

/// <summary>The adjoint of softmax.</summary>
internal sealed class SoftmaxGradientPrinter : OperationPrinter<SoftmaxGradient>
{
    /// <inheritdoc/>
    protected override void Rows(SoftmaxGradient operation, PassContext pass)
    {
        var y = operation.Y;
        pass.Writer.Line($"Softmax.Backward({pass.Ref(y)}, {pass.Ref(operation.Dy)}, {pass.Ref(operation.Dx)}, {PassContext.RowCount(y)}, {pass.Stride(y)}, 1, {Literal.Of(y.Columns)});");
    }
}
