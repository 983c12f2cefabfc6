using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Kernels;

/// <summary>
/// Writes one matrix kernel for one vector width: a method that walks over the tiles of the result, and a method a tile, in which every accumulator stays
/// in a register from the first product to the last.
/// </summary>
internal static class MatrixKernelEmitter
{
    /// <summary>The kernel's method and its tiles.</summary>
    public static void Emit(CodeWriter writer, MatrixKernel kernel, VectorWidth width, CancellationToken cancellationToken)
    {
        var schedule = MatrixScheduler.Schedule(kernel, width);
        writer.Line($"// {Formula(kernel)}");
        writer.Line($"// {Describe(schedule)}");
        using (writer.Open($"internal static void {kernel.Name}({Parameters(kernel)})"))
        {
            new TileWalk(writer, kernel, schedule).Emit();
        }

        var written = new HashSet<string>();
        foreach (var band in schedule.Bands)
        {
            foreach (var block in band.Blocks)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var name = TileWalk.TileName(kernel, band.Height, block);
                if (written.Add(name))
                {
                    writer.Line();
                    MatrixTileEmitter.Emit(writer, TileOperands.Of(kernel, schedule, band.Height, block), width, name, band.Height, block);
                }
            }
        }
    }

    /// <summary>The parameters of the kernel's method, the same for every width.</summary>
    public static string Parameters(MatrixKernel kernel) => kernel.Role switch
    {
        MatrixRole.Forward => kernel.HasBias
            ? "ref float x, ref float W, ref float b, ref float a, ref float scratch, nuint samples"
            : "ref float x, ref float W, ref float a, ref float scratch, nuint samples",
        MatrixRole.WeightGradient => "ref float x, ref float dz, ref float dW, ref float scratch, nuint samples, bool accumulate",
        _ => "ref float dz, ref float W, ref float dx, ref float scratch, nuint samples",
    };

    /// <summary>What the kernel computes, with the shapes.</summary>
    public static string Formula(MatrixKernel kernel) => kernel.Role switch
    {
        MatrixRole.Forward =>
            $"a[s, j] = {(kernel.Rectifies ? "max(" : "")}sum_i x[s, i] W[i, j]{(kernel.HasBias ? " + b[j]" : "")}{(kernel.Rectifies ? ", 0)" : "")}: "
            + $"x [samples][{kernel.Inputs}] by rows of {kernel.InputStride}, W [{kernel.Inputs}][{kernel.Units}], a [samples][{kernel.Units}] by rows of {kernel.OutputStride}",
        MatrixRole.WeightGradient =>
            $"dW[i, j] = sum_s x[s, i] dz[s, j]: x [samples][{kernel.Inputs}] by rows of {kernel.InputStride}, dz [samples][{kernel.Units}] by rows of {kernel.OutputStride}, "
            + $"dW [{kernel.Inputs}][{kernel.Units}]",
        _ =>
            $"dx[s, i] = sum_j dz[s, j] W[i, j]: dz [samples][{kernel.Units}] by rows of {kernel.OutputStride}, W [{kernel.Inputs}][{kernel.Units}], "
            + $"dx [samples][{kernel.Inputs}] by rows of {kernel.ResultStride}",
    };

    private static string Describe(MatrixSchedule schedule) =>
        "Tiles of rows x vectors: "
        + string.Join("; what is left over: ", schedule.Bands.Select(static band => string.Join(", ", band.Blocks.Select(block =>
            $"{block.Repeat} of {band.Height}x{block.Vectors}"
            + (block.Chains > 1 ? $" in {block.Chains} sums each" : "")
            + (block.TailLanes > 0 ? $" ({block.TailLanes} lanes of the last vector count)" : "")))))
        + FormattableString.Invariant($". Estimate: {100 * schedule.Efficiency:f0}% of the multiply-add units' time is put to use.");
}
