using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Kernels;

/// <summary>
/// Writes a matrix kernel: a type that names its sizes, with a method that hands it and the tiles of each vector width to the library, where the loops are. The
/// JIT compiles those for each such type alone.
/// </summary>
internal static class ProductEmitter
{
    /// <summary>The kernel's type.</summary>
    public static void Emit(CodeWriter writer, MatrixKernel kernel)
    {
        writer.Line($"// {Formula(kernel)}");
        using (writer.Open($"file readonly struct {kernel.Name} : IProductShape"))
        {
            Constant(writer, "Rows", kernel.Rows);
            Constant(writer, "Columns", kernel.Columns);
            Constant(writer, "Depth", kernel.Depth);
            Constant(writer, "LeftStride", kernel.LeftStride);
            Constant(writer, "RightStride", kernel.RightStride);
            Constant(writer, "ResultStride", kernel.ResultStride);
            Constant(writer, "AddedStride", kernel.AddedStride);
            if (kernel.IsFar)
            {
                writer.Line("public static bool IsFar => true;");
            }

            writer.Line();
            writer.Line($"internal static void Run({Parameters(kernel)}) => MatrixProduct.{kernel.Role}<Width.Widest, {kernel.Name}{Epilogue(kernel)},");
            using (writer.Indent())
            {
                foreach (var width in VectorWidth.All)
                {
                    var schedule = MatrixScheduler.Schedule(kernel, width);
                    var end = width == VectorWidth.Narrow ? $">({Arguments(kernel)});" : ",";
                    writer.Line($"{TileTypes.Of(kernel, schedule)}{end} // {Describe(schedule)}");
                }
            }
        }
    }

    /// <summary>A call of the kernel: an expression without a value.</summary>
    public static string Call(MatrixKernel kernel, ProductOperands operands)
    {
        var arguments = new List<string> { operands.Left, operands.Right };
        if (kernel.HasBias || kernel.HasScale)
        {
            arguments.Add(operands.Shift);
        }

        if (kernel.HasScale)
        {
            arguments.Add(operands.Scale);
        }

        if (kernel.AddedStride > 0)
        {
            arguments.Add(operands.Added);
        }

        arguments.AddRange([operands.Result, operands.Scratch, operands.Samples]);
        if (kernel.Role == MatrixRole.WeightGradient)
        {
            arguments.Add(operands.Accumulate);
        }

        return $"{kernel.Name}.Run({string.Join(", ", arguments)})";
    }

    // 0 is what the library assumes of those that a kernel does not have.
    private static void Constant(CodeWriter writer, string name, int value)
    {
        if (value != 0)
        {
            writer.Line($"public static int {name} => {Literal.Of(value)};");
        }
    }

    // In the order of the call above.
    private static string Parameters(MatrixKernel kernel)
    {
        var added = kernel.AddedStride > 0 ? "ref float added, " : "";
        return kernel.Role switch
        {
            MatrixRole.Forward =>
                $"ref float x, ref float W, {(kernel.HasScale ? "ref float shift, ref float scale, " : kernel.HasBias ? "ref float b, " : "")}{added}ref float a, ref float scratch, nuint samples",
            MatrixRole.WeightGradient => "ref float x, ref float dz, ref float dW, ref float scratch, nuint samples, bool accumulate",
            _ => $"ref float dz, ref float W, {added}ref float dx, ref float scratch, nuint samples",
        };
    }

    private static string Arguments(MatrixKernel kernel)
    {
        const string None = "ref Unsafe.NullRef<float>()";
        var added = kernel.AddedStride > 0 ? "ref added" : None;
        return kernel.Role switch
        {
            MatrixRole.Forward =>
                $"ref x, ref W, {(kernel.HasScale ? "ref shift, ref scale" : kernel.HasBias ? $"ref b, {None}" : $"{None}, {None}")}, {added}, ref a, ref scratch, samples",
            MatrixRole.WeightGradient => "ref x, ref dz, ref dW, ref scratch, samples, accumulate",
            _ => $"ref dz, ref W, {added}, ref dx, ref scratch, samples",
        };
    }

    private static string Epilogue(MatrixKernel kernel)
    {
        var addition = kernel.AddedStride > 0 ? ", Epilogue.Added" : ", Epilogue.Alone";
        return kernel.Role switch
        {
            MatrixRole.Forward => $", Epilogue.{(kernel.HasScale ? "Scaled" : kernel.HasBias ? "FromBias" : "FromZero")}, Epilogue.{(kernel.Rectifies ? "Rectified" : "Linear")}{addition}",
            MatrixRole.WeightGradient => "",
            _ => addition,
        };
    }

    private static string Formula(MatrixKernel kernel)
    {
        var (inputs, units) = (Literal.Of(kernel.Inputs), Literal.Of(kernel.Units));
        var added = kernel.AddedStride > 0 ? kernel.Role == MatrixRole.Forward ? " + added[s, j]" : " + added[s, i]" : "";
        var sum = "sum_i x[s, i] W[i, j]" + (kernel.HasScale ? " * scale[j] + shift[j]" : kernel.HasBias ? " + b[j]" : "");
        var x = $"x [samples][{inputs}] by rows of {Literal.Of(kernel.InputStride)}";
        var dz = $"dz [samples][{units}] by rows of {Literal.Of(kernel.OutputStride)}";
        return kernel.Role switch
        {
            MatrixRole.Forward => $"a[s, j] = {(kernel.Rectifies ? $"max({sum}, 0)" : sum)}{added}: {x}, a [samples][{units}] by rows of {Literal.Of(kernel.OutputStride)}",
            MatrixRole.WeightGradient => $"dW[i, j] = sum_s x[s, i] dz[s, j]: {x}, {dz}",
            _ => $"dx[s, i] = sum_j dz[s, j] W[i, j]{added}: {dz}, dx [samples][{inputs}] by rows of {Literal.Of(kernel.ResultStride)}",
        };
    }

    // The tiles of rows x vectors, and the share of the multiply-add units' time that the cost model expects to be put to use.
    private static string Describe(MatrixSchedule schedule) =>
        string.Join("; ", schedule.Bands.Select(static band => string.Join(", ", band.Blocks
            .GroupBy(static block => block.Vectors)
            .Select(blocks => $"{Literal.Of(blocks.Sum(static block => block.Repeat))} of {Literal.Of(band.Height)}x{Literal.Of(blocks.Key)}"))))
        + FormattableString.Invariant($": {100 * schedule.Efficiency:f0}%");
}
