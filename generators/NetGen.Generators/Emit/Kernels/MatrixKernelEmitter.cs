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
        writer.Line($"// {Describe(schedule)}");
        using (writer.Open($"internal static void {kernel.Name}({Parameters(kernel)})"))
        {
            Walk(writer, kernel, schedule);
        }

        var written = new HashSet<string>();
        foreach (var band in schedule.Bands)
        {
            foreach (var block in band.Blocks)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (written.Add(TileName(kernel, band.Height, block)))
                {
                    writer.Line();
                    MatrixTileEmitter.Emit(writer, TileOperands.Of(kernel), width, TileName(kernel, band.Height, block), band.Height, block);
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

    private static string Describe(MatrixSchedule schedule) =>
        "Tiles of rows x vectors: "
        + string.Join("; what is left over: ", schedule.Bands.Select(static band => string.Join(", ", band.Blocks.Select(block =>
            $"{block.Repeat} of {band.Height}x{block.Vectors}"
            + (block.Chains > 1 ? $" in {block.Chains} sums each" : "")
            + (block.TailLanes > 0 ? $" ({block.TailLanes} lanes of the last vector count)" : "")))))
        + FormattableString.Invariant($". Estimate: {100 * schedule.Efficiency:f0}% of the multiply-add units' time is put to use.");

    private static void Walk(CodeWriter writer, MatrixKernel kernel, MatrixSchedule schedule)
    {
        if (kernel.Rows > 0)
        {
            var row = 0;
            foreach (var band in schedule.Bands)
            {
                var end = row + ((kernel.Rows - row) / band.Height * band.Height);
                foreach (var block in band.Blocks)
                {
                    Columns(writer, schedule, block, column => Rows(writer, Literal.Of(row), Literal.Of(end), band.Height, () => writer.Line(Call(kernel, schedule.Width, band.Height, block, column))));
                }

                row = end;
            }

            return;
        }

        // Tall tiles go down a strip of columns, whose right factor stays in the cache; low ones along a row, so that it is read once and in its order.
        var first = "0";
        foreach (var band in schedule.Bands)
        {
            var height = Literal.Of(band.Height);
            var end = band.Height == 1 ? "samples" : "end" + height;
            if (band.Height > 1)
            {
                writer.Line($"var {end} = {(first == "0" ? "" : $"{first} + ")}({(first == "0" ? "samples" : $"(samples - {first})")} / {height} * {height});");
            }

            var low = band.Height <= MatrixScheduler.TallestLowTile;
            if (low)
            {
                Rows(writer, first, end, band.Height, () => Each(block => Columns(writer, schedule, block, column => writer.Line(Call(kernel, schedule.Width, band.Height, block, column)))));
            }
            else
            {
                Each(block => Columns(writer, schedule, block, column => Rows(writer, first, end, band.Height, () => writer.Line(Call(kernel, schedule.Width, band.Height, block, column)))));
            }

            first = end;

            void Each(Action<ColumnBlock> write)
            {
                foreach (var block in band.Blocks)
                {
                    write(block);
                }
            }
        }
    }

    private static void Columns(CodeWriter writer, MatrixSchedule schedule, ColumnBlock block, Action<string> body)
    {
        if (block.Repeat == 1)
        {
            body(Literal.Of(block.FirstColumn));
            return;
        }

        var step = block.Vectors * schedule.Width.Lanes;
        using (writer.Open($"for (nuint c = {block.FirstColumn}; c < {block.FirstColumn + (block.Repeat * step)}; c += {step})"))
        {
            body("c");
        }
    }

    private static void Rows(CodeWriter writer, string first, string end, int height, Action body)
    {
        using (writer.Open(height == 1 ? $"for (nuint r = {first}; r < {end}; r++)" : $"for (nuint r = {first}; r < {end}; r += {Literal.Of(height)})"))
        {
            body();
        }
    }

    private static string TileName(MatrixKernel kernel, int height, ColumnBlock block) =>
        $"{kernel.Name}_{height}x{block.Vectors}{(block.TailLanes > 0 ? "Tail" : "")}";

    private static string Call(MatrixKernel kernel, VectorWidth width, int height, ColumnBlock block, string column)
    {
        var left = kernel.LeftRowStride == 1 ? "r" : $"r * {kernel.LeftRowStride}";
        var result = $"(r * {kernel.ResultStride}) + {column}";
        var name = TileName(kernel, height, block);
        var ahead = TileOperands.Of(kernel).FetchesNextStrip(width, height) ? $", {Ahead(kernel, width, height, block)}" : "";
        return kernel.Role switch
        {
            MatrixRole.Forward =>
                $"{name}(ref Add(ref x, {left}), ref Add(ref W, {column}), {(kernel.HasBias ? $"ref Add(ref b, {column}), " : "")}ref Add(ref a, {result}){ahead});",
            MatrixRole.WeightGradient =>
                $"{name}(ref Add(ref x, {left}), ref Add(ref dz, {column}), ref Add(ref dW, {result}), samples, accumulate);",
            _ =>
                $"{name}(ref Add(ref dz, {left}), ref Add(ref Wt, {column}), ref Add(ref dx, {result}){ahead});",
        };
    }

    // Each row of tiles fetches another line of the strips to the right; the rightmost ones fetch what follows in memory, the next layer's weights.
    private static string Ahead(MatrixKernel kernel, VectorWidth width, int height, ColumnBlock block)
    {
        var strip = block.Vectors * width.Lanes;
        var isRightmost = block.Repeat == 1 && block.FirstColumn + strip >= kernel.Columns;
        var distance = isRightmost ? (kernel.Depth * kernel.RightStride) + (kernel.HasBias ? kernel.Units : 0) - block.FirstColumn : strip;
        return $"{Literal.Of(distance)} + (r / {Literal.Of(height)} * {Literal.Of(CostModel.LineFloats)})";
    }
}
