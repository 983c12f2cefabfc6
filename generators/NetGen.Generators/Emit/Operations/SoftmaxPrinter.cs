using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Emit.Operations;

/// <summary>Softmax over the last axis.</summary>
internal sealed class SoftmaxPrinter : OperationPrinter<Softmax>
{
    /// <inheritdoc/>
    protected override void Rows(Softmax operation, PassContext pass)
    {
        var x = operation.X;
        pass.Writer.Line($"Softmax.Forward({pass.Ref(x)}, {pass.Ref(operation.Y)}, {PassContext.RowCount(x)}, {pass.Stride(x)}, 1, {Literal.Of(x.Columns)});");
    }
}
