using NetGen.Generators.Emit.Kernels;
using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Operations;

/// <summary>Gradients with respect to weights and biases.</summary>
internal sealed class WeightGradientPrinter : OperationPrinter<WeightGradient>
{
    /// <inheritdoc/>
    protected override void Rows(WeightGradient operation, PassContext pass)
    {
        var kernel = Products.Of(operation, pass.Pass.Memory)!;
        var dy = operation.Dy;
        var operands = new ProductOperands(pass.Ref(operation.X), pass.Ref(dy), pass.Ref(operation.Dw), pass.Scratch, PassContext.Rows(dy)) { Accumulate = "accumulate" };
        pass.Writer.Line($"{ProductEmitter.Call(kernel, operands)};");
        if (operation.Db is not null)
        {
            pass.Writer.Line($"RowKernels.SumRows({pass.Ref(dy)}, {pass.Stride(dy)}, {PassContext.RowCount(dy)}, {Literal.Of(dy.Columns)}, {pass.Ref(operation.Db)}, accumulate);");
        }
    }

    /// <inheritdoc/>
    protected override void Lanes(WeightGradient operation, PassContext pass)
    {
        // Lanes without a sample are 0 in what was gathered, and may be anything in what was computed.
        if (operation.X.Layer > 0)
        {
            pass.Writer.Line($"LaneKernels.ClearAbsent({pass.Ref(operation.X)}, (int)TOps.Lanes, samples, {Literal.Of(operation.X.Size)});");
        }

        pass.Writer.Line($"LaneKernels.ClearAbsent({pass.Ref(operation.Dy)}, (int)TOps.Lanes, samples, {Literal.Of(operation.Dy.Size)});");
        pass.Writer.Line($"{LaneKernelNames.WeightGradient(operation.Layer)}({pass.Ref(operation.X)}, {pass.Ref(operation.Dy)}, ref dp, groups, accumulate);");
    }
}
