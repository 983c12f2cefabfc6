using NetGen.Generators.Emit.Kernels;
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
        var shift = operation.Shift ?? operation.B;
        var operands = new ProductOperands(pass.Ref(operation.X), pass.Ref(operation.W), pass.Ref(operation.Y), pass.Scratch, PassContext.Rows(operation.X))
        {
            Shift = shift is null ? "" : pass.Ref(shift),
            Scale = operation.Scale is null ? "" : pass.Ref(operation.Scale),
            Added = operation.Added is null ? "" : pass.Ref(operation.Added),
        };
        pass.Writer.Line($"{ProductEmitter.Call(kernel, operands)};");
    }

    /// <inheritdoc/>
    protected override void Lanes(MatrixProduct operation, PassContext pass) =>
        pass.Writer.Line($"{LaneKernelNames.Forward(operation)}({pass.Ref(operation.X)}, ref p, {pass.Ref(operation.Y)}, groups);");
}
