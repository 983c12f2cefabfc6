using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Kernels;

/// <summary>Writes the classes of kernels: one that chooses by vector width, with checks the JIT folds, and one a width.</summary>
internal static class KernelClassEmitter
{
    /// <summary>All four classes.</summary>
    public static void Emit(CodeWriter writer, NetworkProgram program, CancellationToken cancellationToken)
    {
        var kernels = Kernels(program.Training).Concat(Kernels(program.Prediction)).Distinct().ToList();
        Dispatch(writer, kernels);
        foreach (var width in VectorWidth.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Line();
            writer.Line($"/// <summary>The kernels in vectors of {Literal.Of(width.Bits)} bits, {Literal.Of(width.Lanes)} floats.</summary>");
            using (writer.Open($"file static class Kernels{Literal.Of(width.Bits)}"))
            {
                var isFirst = kernels.Count == 0;
                if (!isFirst)
                {
                    Shorthands(writer, width);
                }

                foreach (var kernel in kernels)
                {
                    Separate(writer, ref isFirst);
                    MatrixKernelEmitter.Emit(writer, kernel, width, cancellationToken);
                }
            }
        }
    }

    private static IEnumerable<MatrixKernel> Kernels(PassProgram pass) =>
        pass.Forward.Concat(pass.Backward).Select(operation => Products.Of(operation, pass.Memory)).OfType<MatrixKernel>();

    private static void Dispatch(CodeWriter writer, List<MatrixKernel> kernels)
    {
        var signatures = kernels.ConvertAll(static kernel => new KernelSignature(kernel.Name, MatrixKernelEmitter.Parameters(kernel), MatrixKernelEmitter.Formula(kernel)));
        writer.Line("/// <summary>The kernels in the widest vectors that the processor has. The checks are constants to the compiler: one call is left.</summary>");
        using (writer.Open("file static class Kernels"))
        {
            var isFirst = true;
            foreach (var signature in signatures)
            {
                Separate(writer, ref isFirst);
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

    // Tiles consist of these three, hundreds of times.
    private static void Shorthands(CodeWriter writer, VectorWidth width)
    {
        var vector = $"Vector{Literal.Of(width.Bits)}<float>";
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line($"private static {vector} Fma({vector} a, {vector} b, {vector} sum) => MultiplyAddEstimate(a, b, sum);");
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line($"private static {vector} Load(ref float first, nuint offset = 0) => Vector{Literal.Of(width.Bits)}.LoadUnsafe(ref first, offset);");
        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Line($"private static {vector} Broadcast(ref float first, nuint offset = 0) => Vector{Literal.Of(width.Bits)}.Create(Add(ref first, offset));");
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
