using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Emit.Operations;

/// <summary>Sums of two values.</summary>
internal sealed class AdditionPrinter : OperationPrinter<Addition>
{
    /// <inheritdoc/>
    protected override void Rows(Addition operation, PassContext pass) => pass.Writer.Line(
        $"RowKernels.AddRows({pass.Ref(operation.A)}, {pass.Stride(operation.A)}, {pass.Ref(operation.B)}, {pass.Stride(operation.B)}, {pass.Ref(operation.Y)}, "
        + $"{pass.Stride(operation.Y)}, {PassContext.RowCount(operation.Y)}, {Literal.Of(operation.Y.Columns)});");

    /// <inheritdoc/>
    protected override void Lanes(Addition operation, PassContext pass) => pass.Writer.Line(
        $"RowKernels.AddRows({pass.Ref(operation.A)}, 0, {pass.Ref(operation.B)}, 0, {pass.Ref(operation.Y)}, 0, 1, (int)({pass.Length(operation.Y)}));");
}
