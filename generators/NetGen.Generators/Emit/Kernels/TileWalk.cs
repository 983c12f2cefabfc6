using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Kernels;

/// <summary>Writes the walk of one matrix kernel over the tiles of its result, and the copies that those tiles read.</summary>
internal sealed class TileWalk(CodeWriter writer, MatrixKernel kernel, MatrixSchedule schedule)
{
    private readonly VectorWidth _width = schedule.Width;
    private readonly bool _packs = CostModel.Packs(schedule.Width);

    /// <summary>The body of the kernel's method.</summary>
    public void Emit()
    {
        if (kernel.Role == MatrixRole.WeightGradient)
        {
            WalkInputs();
        }
        else if (kernel.TurnsStrips(_width))
        {
            WalkTurnedStrips();
        }
        else
        {
            if (kernel.Role == MatrixRole.InputGradient)
            {
                writer.Line($"RowKernels.Transpose(ref W, {kernel.Units}, {kernel.Inputs}, {kernel.Units}, ref scratch, {kernel.RightStride});");
            }

            WalkSamples();
        }
    }

    /// <summary>A tile's method.</summary>
    public static string TileName(MatrixKernel kernel, int height, ColumnBlock block) =>
        $"{kernel.Name}_{height}x{block.Vectors}{(block.TailLanes > 0 ? "Tail" : "")}";

    // The rows of the result are the inputs, known beforehand.
    private void WalkInputs()
    {
        var bands = new List<(RowBand Band, string First, string End)>();
        var row = 0;
        foreach (var band in schedule.Bands)
        {
            var end = row + ((kernel.Rows - row) / band.Height * band.Height);
            bands.Add((band, Literal.Of(row), Literal.Of(end)));
            row = end;
        }

        if (!_packs)
        {
            foreach (var (band, first, end) in bands)
            {
                Each(band, block => Columns(block, column => Rows(first, end, band.Height, () => Call(band.Height, block, column))));
            }

            return;
        }

        var panel = schedule.Bands[0].Height;
        writer.Line($"Panels.Gather(ref x, {kernel.LeftDepthStride}, samples, {kernel.Inputs}, {panel}, ref scratch);");
        writer.Line($"ref var strip = ref Add(ref scratch, {Literal.Of((kernel.Inputs + panel - 1) / panel * panel)} * samples);");
        foreach (var index in Enumerable.Range(0, schedule.Bands[0].Blocks.Count))
        {
            var block = schedule.Bands[0].Blocks[index];
            Columns(block, column =>
            {
                writer.Line($"Panels.Copy(ref Add(ref dz, {column}), {kernel.RightStride}, samples, {block.Vectors * _width.Lanes}, ref strip);");
                foreach (var (band, first, end) in bands)
                {
                    Rows(first, end, band.Height, () => Call(band.Height, band.Blocks[index], column));
                }
            });
        }
    }

    // Each strip of columns is turned over into a copy in the first-level cache, which all rows are multiplied by.
    private void WalkTurnedStrips()
    {
        var bands = Ends();
        foreach (var index in Enumerable.Range(0, schedule.Bands[0].Blocks.Count))
        {
            var block = schedule.Bands[0].Blocks[index];
            var strip = block.Vectors * _width.Lanes;
            var isCut = block.FirstColumn + (block.Repeat * strip) > kernel.Columns;
            Columns(block, column =>
            {
                var columns = !isCut ? Literal.Of(strip) : block.Repeat == 1 ? Literal.Of(kernel.Columns - block.FirstColumn) : $"(int)Math.Min({strip}, {kernel.Columns} - {column})";
                writer.Line($"RowKernels.Transpose(ref Add(ref W, {column} * {kernel.Units}), {kernel.Units}, {columns}, {kernel.Units}, ref scratch, {strip});");
                foreach (var (band, first, end) in bands)
                {
                    Rows(first, end, band.Height, () => Call(band.Height, band.Blocks[index], column));
                }
            });
        }
    }

    // Tall tiles go down a strip of columns, whose right factor stays in the cache; low ones along a row, so that it is read once and in its order.
    private void WalkSamples()
    {
        foreach (var (band, first, end) in Ends())
        {
            if (band.Height <= MatrixScheduler.TallestLowTile)
            {
                Rows(first, end, band.Height, () => Each(band, block => Columns(block, column => Call(band.Height, block, column))));
                continue;
            }

            Each(band, block => Columns(block, column =>
            {
                if (kernel.PacksStrips(_width))
                {
                    PackStrip(block, column, end);
                }

                Rows(first, end, band.Height, () => Call(band.Height, block, column));
            }));
        }
    }

    // A copy of a strip of weights, where enough rows will be multiplied by it.
    private void PackStrip(ColumnBlock block, string column, string rows)
    {
        var strip = block.Vectors * _width.Lanes;
        writer.Line($"ref var right = ref Add(ref W, {column});");
        writer.Line($"nuint stride = {kernel.RightStride};");
        using (writer.Open($"if ({rows} >= {CostModel.FewestRowsPacked})"))
        {
            writer.Line($"Panels.Copy(ref right, stride, {kernel.Depth}, {strip}, ref scratch);");
            writer.Line("right = ref scratch;");
            writer.Line($"stride = {strip};");
        }
    }

    // Where each band of rows starts and ends; only the first one's start is known beforehand.
    private List<(RowBand Band, string First, string End)> Ends()
    {
        var bands = new List<(RowBand Band, string First, string End)>();
        var first = "0";
        foreach (var band in schedule.Bands)
        {
            var height = Literal.Of(band.Height);
            var end = band.Height == 1 ? "samples" : "end" + height;
            if (band.Height > 1)
            {
                writer.Line($"var {end} = {(first == "0" ? "samples" : $"{first} + ((samples - {first})")} / {height} * {height}{(first == "0" ? "" : ")")};");
            }

            bands.Add((band, first, end));
            first = end;
        }

        return bands;
    }

    private static void Each(RowBand band, Action<ColumnBlock> write)
    {
        foreach (var block in band.Blocks)
        {
            write(block);
        }
    }

    private void Columns(ColumnBlock block, Action<string> body)
    {
        var step = block.Vectors * _width.Lanes;
        if (block.Repeat > 1)
        {
            using (writer.Open($"for (nuint c = {block.FirstColumn}; c < {block.FirstColumn + (block.Repeat * step)}; c += {step})"))
            {
                body("c");
            }
        }
        else if (kernel.PacksStrips(_width))
        {
            // What is copied has names.
            using (writer.Open())
            {
                body(Literal.Of(block.FirstColumn));
            }
        }
        else
        {
            body(Literal.Of(block.FirstColumn));
        }
    }

    private void Rows(string first, string end, int height, Action body)
    {
        using (writer.Open(height == 1 ? $"for (nuint r = {first}; r < {end}; r++)" : $"for (nuint r = {first}; r < {end}; r += {Literal.Of(height)})"))
        {
            body();
        }
    }

    private void Call(int height, ColumnBlock block, string column)
    {
        var left = kernel.LeftRowStride == 1 ? "r" : $"r * {kernel.LeftRowStride}";
        var result = $"(r * {kernel.ResultStride}) + {column}";
        var name = TileName(kernel, height, block);
        var tile = TileOperands.Of(kernel, schedule, height, block);
        var ahead = tile.FetchesAhead(height) ? $", {Ahead(height, block)}" : "";
        var weights = tile.Stride.Length > 0 ? $"ref right, {tile.Stride}" : $"ref Add(ref W, {column})";
        writer.Line(kernel.Role switch
        {
            MatrixRole.Forward =>
                $"{name}(ref Add(ref x, {left}), {weights}, {(kernel.HasBias ? $"ref Add(ref b, {column}), " : "")}ref Add(ref a, {result}){ahead});",
            MatrixRole.WeightGradient =>
                $"{name}(ref Add(ref {(_packs ? "scratch, r * samples" : "x, r")}), ref {(_packs ? "strip" : $"Add(ref dz, {column})")}, ref Add(ref dW, {result}), samples, accumulate);",
            _ =>
                $"{name}(ref Add(ref dz, {left}), ref {(_packs ? "scratch" : $"Add(ref scratch, {column})")}, ref Add(ref dx, {result}){ahead});",
        });
    }

    // Each row of tiles fetches another line of the strips to the right; the rightmost ones fetch what follows in memory, the next layer's weights.
    private string Ahead(int height, ColumnBlock block)
    {
        var strip = block.Vectors * _width.Lanes;
        var isRightmost = block.Repeat == 1 && block.FirstColumn + strip >= kernel.Columns;
        var distance = isRightmost ? (kernel.Depth * kernel.RightStride) + (kernel.HasBias ? kernel.Units : 0) - block.FirstColumn : strip;
        return $"{Literal.Of(distance)} + (r / {Literal.Of(height)} * {Literal.Of(CostModel.LineFloats)})";
    }
}
