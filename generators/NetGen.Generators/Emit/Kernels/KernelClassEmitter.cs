using NetGen.Generators.Emit.Layers;
using NetGen.Generators.Emit.Passes;
using NetGen.Generators.Machine;

namespace NetGen.Generators.Emit.Kernels;

/// <summary>
/// Writes the kernels. Where samples are rows, a type for each product; where a lane is a sample, a class that chooses by vector width, with checks the JIT
/// folds, and one a width.
/// </summary>
internal static class KernelClassEmitter
{
    /// <summary>All kernels of a network.</summary>
    public static void Emit(CodeWriter writer, PassPlan pass, CancellationToken cancellationToken)
    {
        if (!pass.IsLanes)
        {
            var isFirst = true;
            foreach (var kernel in pass.Plan.Layers.SelectMany(static layer => layer.Kernels).Distinct())
            {
                cancellationToken.ThrowIfCancellationRequested();
                Separate(writer, ref isFirst);
                ProductEmitter.Emit(writer, kernel);
            }

            return;
        }

        Dispatch(writer, pass);
        foreach (var width in VectorWidth.All)
        {
            writer.Line();
            writer.Line($"/// <summary>The kernels in vectors of {Literal.Of(width.Bits)} bits, {Literal.Of(width.Lanes)} floats.</summary>");
            using (writer.Open($"file static class Kernels{Literal.Of(width.Bits)}"))
            {
                var isFirst = true;
                foreach (var layer in pass.Plan.Layers.Where(static layer => LayerKinds.Of(layer.Spec).Emitter.LaneSignatures(layer).Any()))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Separate(writer, ref isFirst);
                    LayerKinds.Of(layer.Spec).Emitter.LaneKernels(writer, layer, width);
                }
            }
        }
    }

    private static void Dispatch(CodeWriter writer, PassPlan pass)
    {
        writer.Line("/// <summary>The kernels in the widest vectors that the processor has. The checks are constants to the compiler: one call is left.</summary>");
        using (writer.Open("file static class Kernels"))
        {
            writer.Line("/// <summary>Samples that go through straight-line code together.</summary>");
            writer.Line("internal static nuint Lanes => Vector512.IsHardwareAccelerated ? 16u : Vector256.IsHardwareAccelerated ? 8u : 4u;");
            foreach (var signature in pass.Plan.Layers.SelectMany(static layer => LayerKinds.Of(layer.Spec).Emitter.LaneSignatures(layer)))
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
