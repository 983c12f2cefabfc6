using System.Collections.Immutable;
using NetGen.Generators.Lowering;
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
        writer.Line($"// {Describe(kernel, schedule)}");
        using (writer.Open($"internal static void {kernel.Name}({Parameters(kernel)})"))
        {
            foreach (var block in schedule.Blocks)
            {
                EmitWalk(writer, kernel, width, block);
            }
        }

        var written = new HashSet<string>();
        foreach (var block in schedule.Blocks)
        {
            foreach (var height in HeightsOf(kernel, width, block))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (written.Add(TileName(kernel, height, block)))
                {
                    writer.Line();
                    MatrixTileEmitter.Emit(writer, kernel, width, TileName(kernel, height, block), height, block);
                }
            }
        }
    }

    /// <summary>The parameters of the kernel's method, the same for every width.</summary>
    public static string Parameters(MatrixKernel kernel) => kernel.Role switch
    {
        MatrixRole.Forward => kernel.HasBias
            ? "ref float x, ref float W, ref float b, ref float a, nuint samples"
            : "ref float x, ref float W, ref float a, nuint samples",
        MatrixRole.WeightGradient => "ref float x, ref float dz, ref float dW, nuint samples, bool accumulate",
        _ => "ref float dz, ref float Wt, ref float dx, nuint samples",
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
            $"dx[s, i] = sum_j dz[s, j] Wt[j, i]: dz [samples][{kernel.Units}] by rows of {kernel.OutputStride}, Wt [{kernel.Units}][{kernel.Inputs}] by rows of {kernel.RightStride}, "
            + $"dx [samples][{kernel.Inputs}] by rows of {kernel.ResultStride}",
    };

    private static string Describe(MatrixKernel kernel, MatrixSchedule schedule) =>
        "Tiles of rows x vectors: "
        + string.Join(", then ", schedule.Blocks.Select(block =>
            $"{block.Repeat} of {HeightsOf(kernel, schedule.Width, block)[0]}x{block.Vectors} from column {block.FirstColumn}"
            + (block.TailLanes > 0 ? $" ({block.TailLanes} lanes of the last vector count)" : "")))
        + ".";

    private static void EmitWalk(CodeWriter writer, MatrixKernel kernel, VectorWidth width, ColumnBlock block)
    {
        if (block.Repeat == 1)
        {
            EmitRows(writer, kernel, width, block, Literal.Of(block.FirstColumn));
            return;
        }

        var step = block.Vectors * width.Lanes;
        using (writer.Open($"for (nuint c = {block.FirstColumn}; c < {block.FirstColumn + (block.Repeat * step)}; c += {step})"))
        {
            EmitRows(writer, kernel, width, block, "c");
        }
    }

    private static void EmitRows(CodeWriter writer, MatrixKernel kernel, VectorWidth width, ColumnBlock block, string column)
    {
        if (kernel.Rows == 0)
        {
            using (writer.Open())
            {
                writer.Line("nuint r = 0;");
                foreach (var height in HeightsOf(kernel, width, block))
                {
                    using (writer.Open(height > 1 ? $"for (; r + {height} <= samples; r += {height})" : "for (; r < samples; r++)"))
                    {
                        writer.Line(Call(kernel, height, block, column));
                    }
                }
            }

            return;
        }

        var row = 0;
        foreach (var height in HeightsOf(kernel, width, block))
        {
            var end = row + ((kernel.Rows - row) / height * height);
            using (writer.Open($"for (nuint r = {row}; r < {end}; r += {height})"))
            {
                writer.Line(Call(kernel, height, block, column));
            }

            row = end;
        }
    }

    private static ImmutableArray<int> HeightsOf(MatrixKernel kernel, VectorWidth width, ColumnBlock block)
    {
        var heights = MatrixScheduler.Heights(width, block.Vectors);
        if (kernel.Rows == 0)
        {
            return heights;
        }

        // The rows are known, so only the heights that cover them are written.
        var used = ImmutableArray.CreateBuilder<int>();
        var rest = kernel.Rows;
        foreach (var height in heights)
        {
            if (rest >= height)
            {
                used.Add(height);
                rest %= height;
            }
        }

        return used.ToImmutable();
    }

    private static string TileName(MatrixKernel kernel, int height, ColumnBlock block) =>
        $"{kernel.Name}_{height}x{block.Vectors}{(block.TailLanes > 0 ? "Tail" : "")}";

    private static string Call(MatrixKernel kernel, int height, ColumnBlock block, string column)
    {
        var left = kernel.LeftRowStride == 1 ? "r" : $"r * {kernel.LeftRowStride}";
        var result = $"(r * {kernel.ResultStride}) + {column}";
        var name = TileName(kernel, height, block);
        return kernel.Role switch
        {
            MatrixRole.Forward =>
                $"{name}(ref Add(ref x, {left}), ref Add(ref W, {column}), {(kernel.HasBias ? $"ref Add(ref b, {column}), " : "")}ref Add(ref a, {result}));",
            MatrixRole.WeightGradient =>
                $"{name}(ref Add(ref x, {left}), ref Add(ref dz, {column}), ref Add(ref dW, {result}), samples, accumulate);",
            _ =>
                $"{name}(ref Add(ref dz, {left}), ref Add(ref Wt, {column}), ref Add(ref dx, {result}));",
        };
    }
}
