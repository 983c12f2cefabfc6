using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Emit.Operations;

/// <summary>A scale and a shift per column.</summary>
internal sealed class ColumnScalePrinter : OperationPrinter<ColumnScale>
{
    /// <inheritdoc/>
    protected override void Rows(ColumnScale operation, PassContext pass)
    {
        var (x, y) = (operation.X, operation.Y);
        pass.Writer.Line(
            $"BatchNormalization.Predict({pass.Ref(x)}, {pass.Stride(x)}, {pass.Ref(operation.Scale)}, {pass.Ref(operation.Shift)}, {pass.Ref(y)}, {pass.Stride(y)}, "
            + $"{PassContext.Rows(x)}, {Literal.Of(x.Columns)});");
    }

    /// <inheritdoc/>
    protected override void Lanes(ColumnScale operation, PassContext pass) => pass.Writer.Line(
        $"BatchNormalization.PredictLanes({pass.Ref(operation.X)}, {pass.Ref(operation.Scale)}, {pass.Ref(operation.Shift)}, {pass.Ref(operation.Y)}, groups, {Literal.Of(operation.X.Columns)});");
}
