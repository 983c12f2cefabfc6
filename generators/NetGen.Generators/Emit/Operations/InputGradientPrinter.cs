using NetGen.Generators.Emit.Kernels;
using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Operations;

/// <summary>Gradients with respect to what a product was taken of.</summary>
internal sealed class InputGradientPrinter : OperationPrinter<InputGradient>
{
    /// <inheritdoc/>
    protected override void Rows(InputGradient operation, PassContext pass)
    {
        var kernel = Products.Of(operation, pass.Pass.Memory)!;
        var operands = new ProductOperands(pass.Ref(operation.Dy), pass.Ref(operation.W), pass.Ref(operation.Dx), pass.Scratch, PassContext.Rows(operation.Dy))
        {
            Added = operation.Added is null ? "" : pass.Ref(operation.Added),
        };
        pass.Writer.Line($"{ProductEmitter.Call(kernel, operands)};");
    }

    /// <inheritdoc/>
    protected override void Lanes(InputGradient operation, PassContext pass) =>
        pass.Writer.Line($"{LaneKernelNames.InputGradient(operation.Layer)}({pass.Ref(operation.Dy)}, ref p, {pass.Ref(operation.Dx)}, groups);");
}
