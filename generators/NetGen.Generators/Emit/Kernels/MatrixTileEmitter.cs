using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Kernels;

/// <summary>
/// Writes one register tile: rows x vectors accumulators, a loop over the summands that loads each vector of the right factor once and broadcasts each value
/// of the left one, and an epilogue that adds the bias or what was there before, applies a cheap activation, and stores.
/// </summary>
internal static class MatrixTileEmitter
{
    /// <summary>The tile's method.</summary>
    public static void Emit(CodeWriter writer, TileOperands tile, VectorWidth width, string name, int height, ColumnBlock block)
    {
        var (left, right, result) = (tile.Left, tile.Right, tile.Result);
        var vector = $"Vector{width.Bits}";
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]");
        using (writer.Open($"private static void {name}({tile.Parameters}{(tile.FetchesAhead(height) ? ", nuint ahead" : "")})"))
        {
            for (var chain = 0; chain < block.Chains; chain++)
            {
                for (var row = 0; row < height; row++)
                {
                    writer.Line($"{vector}<float> {Join(block.Vectors, v => $"{Accumulator(row, v, chain)} = {(chain == 0 ? Start(tile, vector, width, v) : "default")}")};");
                }
            }

            var depth = tile.Depth > 0 ? Literal.Of(tile.Depth / block.Chains) : "samples";
            using (writer.Open($"for (nuint k = {depth}; k != 0; k--)"))
            {
                if (tile.FetchesAhead(height))
                {
                    FetchAhead(writer, tile, width, height, block);
                }

                Products(writer, tile, width, height, block, right, block.Chains);
                writer.Line($"{left} = ref Add(ref {left}, {block.Chains * tile.LeftDepthStride});");
                writer.Line($"{right} = ref Add(ref {right}, {(tile.Stride.Length > 0 ? tile.Stride : Literal.Of(block.Chains * tile.RightStride))});");
            }

            if (tile.Depth % block.Chains > 0)
            {
                using (writer.Open())
                {
                    Products(writer, tile, width, height, block, right, tile.Depth % block.Chains);
                }
            }

            for (var chains = block.Chains; chains > 1; chains /= 2)
            {
                for (var chain = 0; chain < chains / 2; chain++)
                {
                    for (var row = 0; row < height; row++)
                    {
                        writer.Line(Join(block.Vectors, v => $"{Accumulator(row, v, chain)} += {Accumulator(row, v, chain + (chains / 2))};", " "));
                    }
                }
            }

            if (tile.Accumulates)
            {
                using (writer.Open("if (accumulate)"))
                {
                    for (var row = 0; row < height; row++)
                    {
                        writer.Line(Join(block.Vectors, v => $"{Accumulator(row, v)} += {Load(tile, width, block, result, row, v)};", " "));
                    }
                }
            }

            for (var row = 0; row < height; row++)
            {
                writer.Line(Join(block.Vectors, v => Store(tile, width, block, result, row, v), " "));
            }
        }
    }

    // What this tile will multiply soon, into the first-level cache, and a line a summand of what the next strip of columns will need, into any cache: rows of
    // the right factor lie too far apart for the processor to foresee the next one.
    private static void FetchAhead(CodeWriter writer, TileOperands tile, VectorWidth width, int height, ColumnBlock block)
    {
        writer.Line($"Prefetch.Line(ref {tile.Right}, ahead);");
        var soon = CostModel.SummandsAhead(height, block.Vectors) * tile.RightStride;
        for (var v = 0; v < block.Vectors * width.Lanes; v += CostModel.LineFloats)
        {
            writer.Line($"Prefetch.Line(ref {tile.Right}, {Literal.Of(soon + v)});");
        }
    }

    // One summand a chain: a row of the right factor, times a value of each of the left one's rows.
    private static void Products(CodeWriter writer, TileOperands tile, VectorWidth width, int height, ColumnBlock block, string right, int chains)
    {
        var vector = $"Vector{width.Bits}";
        for (var chain = 0; chain < chains; chain++)
        {
            var at = chain * tile.RightStride;
            var letter = (char)('l' + chain);
            if (height == 1)
            {
                // Each vector is used once: loaded where it is multiplied, it needs no register.
                writer.Line($"var {letter} = {Value(tile, chain * tile.LeftDepthStride)};");
                for (var v = 0; v < block.Vectors; v++)
                {
                    writer.Line($"{Accumulator(0, v, chain)} = Fma({letter}, Load(ref {right}{Offset(at + (v * width.Lanes))}), {Accumulator(0, v, chain)});");
                }

                continue;
            }

            var factor = chain == 0 ? "r" : "r" + (char)('a' + chain);
            writer.Line($"var {Join(block.Vectors, v => $"{factor}{v} = Load(ref {right}{Offset(at + (v * width.Lanes))})", "; var ")};");
            for (var row = 0; row < height; row++)
            {
                writer.Line($"{(row == 0 ? "var " : "")}{letter} = {Value(tile, (row * tile.LeftRowStride) + (chain * tile.LeftDepthStride))};");
                writer.Line(Join(block.Vectors, v => $"{Accumulator(row, v, chain)} = Fma({letter}, {factor}{v}, {Accumulator(row, v, chain)});", " "));
            }
        }
    }

    private static string Value(TileOperands tile, int offset) =>
        $"Broadcast(ref {tile.Left}{Offset(offset)})";

    private static string Accumulator(int row, int vector, int chain = 0) => $"{(char)('c' + chain)}{row}{(vector > 9 ? "_" : "")}{vector}";

    private static string Start(TileOperands tile, string vector, VectorWidth width, int index) =>
        tile.HasBias ? $"Load(ref b{Offset(index * width.Lanes)})" : "default";

    private static string Load(TileOperands tile, VectorWidth width, ColumnBlock block, string result, int row, int index)
    {
        var offset = (row * tile.ResultStride) + (index * width.Lanes);
        return IsTail(block, index)
            ? $"VectorTail.Load{width.Bits}(ref {At(result, offset)}, {block.TailLanes})"
            : $"Load(ref {result}{Offset(offset)})";
    }

    private static string Store(TileOperands tile, VectorWidth width, ColumnBlock block, string result, int row, int index)
    {
        var offset = (row * tile.ResultStride) + (index * width.Lanes);
        var value = tile.Rectifies
            ? $"MaxNative(default, {Accumulator(row, index)})"
            : Accumulator(row, index);
        return IsTail(block, index)
            ? $"VectorTail.Store({value}, ref {At(result, offset)}, {block.TailLanes});"
            : $"{value}.StoreUnsafe(ref {result}{Offset(offset)});";
    }

    private static bool IsTail(ColumnBlock block, int index) => block.TailLanes > 0 && index == block.Vectors - 1;

    private static string At(string reference, int offset) => offset == 0 ? reference : $"Add(ref {reference}, {offset})";

    private static string Offset(int offset) => offset == 0 ? "" : $", {offset}";

    private static string Join(int count, Func<int, string> part, string separator = ", ") => string.Join(separator, Enumerable.Range(0, count).Select(part));
}
