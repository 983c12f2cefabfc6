using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Kernels;

/// <summary>
/// Writes the kernels. Where samples are rows, a type for each product; where a lane is a sample, a class that chooses by vector width, with checks the JIT
/// folds, and one per width.
/// </summary>
internal static class KernelClassEmitter
{
    /// <summary>All kernels of a network.</summary>
    public static void Emit(CodeWriter writer, NetworkProgram program, CancellationToken cancellationToken)
    {
        var isFirst = true;
        if (!program.IsLanes)
        {
            foreach (var kernel in Kernels(program.Training).Concat(Kernels(program.Prediction)).Distinct())
            {
                cancellationToken.ThrowIfCancellationRequested();
                Separate(writer, ref isFirst);
                ProductEmitter.Emit(writer, kernel);
            }

            return;
        }

        Dispatch(writer, program);
        foreach (var width in VectorWidth.All)
        {
            writer.Line();
            writer.Line($"/// <summary>The kernels in vectors of {Literal.Of(width.Bits)} bits, {Literal.Of(width.Lanes)} floats.</summary>");
            using (writer.Open($"file static class Kernels{Literal.Of(width.Bits)}"))
            {
                isFirst = true;
                foreach (var (_, emit) in Lanes.LaneKernels.Of(program))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Separate(writer, ref isFirst);
                    emit(writer, width);
                }
            }
        }
    }

    private static IEnumerable<MatrixKernel> Kernels(PassProgram pass) =>
        pass.Forward.Concat(pass.Backward).Select(operation => Products.Of(operation, pass.Memory)).OfType<MatrixKernel>();

    private static void Dispatch(CodeWriter writer, NetworkProgram program)
    {
        writer.Line("/// <summary>The kernels in the widest vectors that the processor has. The checks are constants to the compiler: one call is left.</summary>");
        using (writer.Open("file static class Kernels"))
        {
            writer.Line("/// <summary>Samples that go through straight-line code together.</summary>");
            writer.Line("internal static nuint Lanes => Vector512.IsHardwareAccelerated ? 16u : Vector256.IsHardwareAccelerated ? 8u : 4u;");
            foreach (var (signature, _) in Lanes.LaneKernels.Of(program))
            {
                writer.Line();
                writer.Line($"// {signature.Summary}");
                using (writer.Open($"internal static void {signature.Name}({signature.Parameters})"))
                {
                    Choice(writer, "if (Vector512.IsHardwareAccelerated)", "Kernels512", signature);
                    Choice(writer, "else if (Vector256.IsHardwareAccelerated)", "Kernels256", signature);
                    Choice(writer, "else", "Kernels128", signature);
                }
            }
        }
    }

    private static void Choice(CodeWriter writer, string condition, string owner, KernelSignature signature)
    {
        using (writer.Open(condition))
        {
            writer.Line($"{owner}.{signature.Name}({signature.Arguments});");
        }
    }

    private static void Separate(CodeWriter writer, ref bool isFirst)
    {
        if (!isFirst)
        {
            writer.Line();
        }

        isFirst = false;
    }
}
