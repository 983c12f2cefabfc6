using NetGen.Generators.Lowering;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Kernels;

/// <summary>
/// Writes one register tile: rows x vectors accumulators, a loop over the summands that loads each vector of the right factor once and broadcasts each value
/// of the left one, and an epilogue that adds the bias or what was there before, applies a cheap activation, and stores.
/// </summary>
internal static class MatrixTileEmitter
{
    /// <summary>The tile's method.</summary>
    public static void Emit(CodeWriter writer, MatrixKernel kernel, VectorWidth width, string name, int height, ColumnBlock block)
    {
        var (left, right, result) = kernel.Role switch
        {
            MatrixRole.Forward => ("x", "W", "a"),
            MatrixRole.WeightGradient => ("x", "dz", "dW"),
            _ => ("dz", "Wt", "dx"),
        };
        var vector = $"Vector{width.Bits}";
        var parameters = kernel.Role switch
        {
            MatrixRole.Forward when kernel.HasBias => $"ref float {left}, ref float {right}, ref float b, ref float {result}",
            MatrixRole.WeightGradient => $"ref float {left}, ref float {right}, ref float {result}, nuint samples, bool accumulate",
            _ => $"ref float {left}, ref float {right}, ref float {result}",
        };

        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]");
        using (writer.Open($"private static void {name}({parameters})"))
        {
            for (var row = 0; row < height; row++)
            {
                writer.Line($"{vector}<float> {Join(block.Vectors, v => $"{Accumulator(row, v)} = {Start(kernel, vector, width, v)}")};");
            }

            var depth = kernel.Depth > 0 ? Literal.Of(kernel.Depth) : "samples";
            using (writer.Open($"for (nuint k = {depth}; k != 0; k--)"))
            {
                writer.Line($"var {Join(block.Vectors, v => $"r{v} = {vector}.LoadUnsafe(ref {right}{Offset(v * width.Lanes)})", "; var ")};");
                for (var row = 0; row < height; row++)
                {
                    writer.Line($"{(row == 0 ? "var " : "")}l = {vector}.Create({At(left, row * kernel.LeftRowStride)});");
                    writer.Line(Join(block.Vectors, v => $"{Accumulator(row, v)} = MultiplyAddEstimate(l, r{v}, {Accumulator(row, v)});", " "));
                }

                writer.Line($"{left} = ref Add(ref {left}, {kernel.LeftDepthStride});");
                writer.Line($"{right} = ref Add(ref {right}, {kernel.RightStride});");
            }

            if (kernel.Role == MatrixRole.WeightGradient)
            {
                using (writer.Open("if (accumulate)"))
                {
                    for (var row = 0; row < height; row++)
                    {
                        writer.Line(Join(block.Vectors, v => $"{Accumulator(row, v)} += {Load(kernel, width, block, result, row, v)};", " "));
                    }
                }
            }

            for (var row = 0; row < height; row++)
            {
                writer.Line(Join(block.Vectors, v => Store(kernel, width, block, result, row, v), " "));
            }
        }
    }

    private static string Accumulator(int row, int vector) => $"c{row}{vector}";

    private static string Start(MatrixKernel kernel, string vector, VectorWidth width, int index) =>
        kernel.HasBias ? $"{vector}.LoadUnsafe(ref b{Offset(index * width.Lanes)})" : "default";

    private static string Load(MatrixKernel kernel, VectorWidth width, ColumnBlock block, string result, int row, int index)
    {
        var offset = (row * kernel.ResultStride) + (index * width.Lanes);
        return IsTail(block, index)
            ? $"VectorTail.Load{width.Bits}(ref {At(result, offset)}, {block.TailLanes})"
            : $"Vector{width.Bits}.LoadUnsafe(ref {result}{Offset(offset)})";
    }

    private static string Store(MatrixKernel kernel, VectorWidth width, ColumnBlock block, string result, int row, int index)
    {
        var offset = (row * kernel.ResultStride) + (index * width.Lanes);
        var value = kernel.Rectifies
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
