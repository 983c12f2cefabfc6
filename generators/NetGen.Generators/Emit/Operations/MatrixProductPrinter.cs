using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Operations;

/// <summary>Products with weights.</summary>
internal sealed class MatrixProductPrinter : OperationPrinter<MatrixProduct>
{
    /// <inheritdoc/>
    protected override void Rows(MatrixProduct operation, PassContext pass)
    {
        var kernel = Products.Of(operation, pass.Pass.Memory)!;
        var bias = operation.B is null ? "" : pass.Ref(operation.B) + ", ";
        pass.Writer.Line($"Kernels.{kernel.Name}({pass.Ref(operation.X)}, {pass.Ref(operation.W)}, {bias}{pass.Ref(operation.Y)}, {pass.Scratch}, {PassContext.Rows(operation.X)});");
    }

    /// <inheritdoc/>
    protected override void Lanes(MatrixProduct operation, PassContext pass) =>
        pass.Writer.Line($"{LaneKernelNames.Forward(operation)}({pass.Ref(operation.X)}, ref p, {pass.Ref(operation.Y)}, groups);");
}
