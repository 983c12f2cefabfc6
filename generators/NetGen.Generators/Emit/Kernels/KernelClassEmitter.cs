using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Kernels;

/// <summary>Writes the products of a network whose samples are rows: a type for each.</summary>
internal static class KernelClassEmitter
{
    /// <summary>All products of a network; two layers of equal shape share one.</summary>
    public static void Emit(CodeWriter writer, NetworkProgram program, CancellationToken cancellationToken)
    {
        foreach (var kernel in Kernels(program.Training).Concat(Kernels(program.Prediction)).Distinct())
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Line();
            ProductEmitter.Emit(writer, kernel);
        }
    }

    private static IEnumerable<MatrixKernel> Kernels(PassProgram pass) =>
        pass.Forward.Concat(pass.Backward).Select(operation => Products.Of(operation, pass.Memory)).OfType<MatrixKernel>();
}
