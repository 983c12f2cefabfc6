using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Model;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Layers;

/// <summary>
/// A dense layer where a lane is a sample: value c of the samples lies at c * Lanes, every weight is broadcast, and no sum runs across lanes before the very
/// end, when the gradients' accumulators are added up. Up to a budget the code is one straight line; beyond, it loops over the summands.
/// </summary>
internal static class DenseLanes
{
    // Multiply-adds of a layer that are written out one by one.
    private const int StraightLineBudget = 80;

    /// <summary>The method z = x W + b.</summary>
    public static string ForwardName(DensePlan dense) => $"Layer{Literal.Of(dense.Number)}Forward";

    /// <summary>The method dW += x dz, lane by lane.</summary>
    public static string WeightGradientName(DensePlan dense) => $"Layer{Literal.Of(dense.Number)}WeightGradient";

    /// <summary>The method dx = dz W^T.</summary>
    public static string InputGradientName(DensePlan dense) => $"Layer{Literal.Of(dense.Number)}InputGradient";

    /// <summary>The three methods.</summary>
    public static IEnumerable<KernelSignature> Signatures(DensePlan dense)
    {
        var n = Literal.Of(dense.Number);
        var x = $"x [groups][{Literal.Of(dense.Input.Size)}][lanes]";
        var z = $"[groups][{Literal.Of(dense.Output.Size)}][lanes]";
        var rectified = dense.Dense.Activation.Kind == ActivationKind.Relu;
        yield return new(ForwardName(dense), "ref float x, ref float p, ref float z, nuint groups", $"z{n} = {(rectified ? "relu(" : "")}x W{n}{(dense.Bias is null ? "" : $" + b{n}")}{(rectified ? ")" : "")}: {x}, z {z}.");
        yield return new(WeightGradientName(dense), "ref float x, ref float dz, ref float dp, nuint groups, bool accumulate", $"dW{n} = x^T dz, or added to it, a sum a lane: {x}, dz {z}.");
        yield return new(InputGradientName(dense), "ref float dz, ref float p, ref float dx, nuint groups", $"dx = dz W{n}^T: dz {z}, d{x}.");
    }

    /// <summary>The three methods for one vector width.</summary>
    public static void Emit(CodeWriter writer, DensePlan dense, VectorWidth width)
    {
        Forward(writer, dense, width);
        writer.Line();
        DenseLaneGradient.Emit(writer, dense, width);
        writer.Line();
        InputGradient(writer, dense, width);
    }

    private static void Forward(CodeWriter writer, DensePlan dense, VectorWidth width)
    {
        var (vector, inputs, units) = (Vector(width), dense.Input.Size, dense.Output.Size);
        using (Method(writer, $"{ForwardName(dense)}(ref float x, ref float p, ref float z, nuint groups)"))
        using (writer.Open("for (; groups != 0; groups--)"))
        {
            foreach (var (first, count) in Blocks(units, width))
            {
                for (var j = 0; j < count; j++)
                {
                    var start = dense.Bias is null ? "default" : $"{vector}.Create(Add(ref p, {Literal.Of(dense.Bias.Offset + first + j)}))";
                    writer.Line($"{(first == 0 ? $"{vector}<float> " : "")}z{Literal.Of(j)} = {start};");
                }

                Sum(writer, dense, inputs, "i", step =>
                {
                    writer.Line($"var x{step.Variable} = {vector}.LoadUnsafe(ref x, {step.Times(width.Lanes)});");
                    for (var j = 0; j < count; j++)
                    {
                        var weight = $"{vector}.Create(Add(ref p, {step.Times(units, dense.Weights.Offset + first + j)}))";
                        writer.Line($"z{Literal.Of(j)} = MultiplyAddEstimate(x{step.Variable}, {weight}, z{Literal.Of(j)});");
                    }
                });

                for (var j = 0; j < count; j++)
                {
                    var value = dense.Dense.Activation.Kind == ActivationKind.Relu ? $"MaxNative(default, z{Literal.Of(j)})" : $"z{Literal.Of(j)}";
                    writer.Line($"{value}.StoreUnsafe(ref z, {Literal.Of((long)(first + j) * width.Lanes)});");
                }
            }

            Next(writer, "x", inputs, width);
            Next(writer, "z", units, width);
        }
    }

    private static void InputGradient(CodeWriter writer, DensePlan dense, VectorWidth width)
    {
        var (vector, inputs, units) = (Vector(width), dense.Input.Size, dense.Output.Size);
        using (Method(writer, $"{InputGradientName(dense)}(ref float dz, ref float p, ref float dx, nuint groups)"))
        using (writer.Open("for (; groups != 0; groups--)"))
        {
            foreach (var (first, count) in Blocks(inputs, width))
            {
                for (var i = 0; i < count; i++)
                {
                    writer.Line($"{(first == 0 ? $"{vector}<float> " : "")}dx{Literal.Of(i)} = default;");
                }

                Sum(writer, dense, units, "j", step =>
                {
                    writer.Line($"var dz{step.Variable} = {vector}.LoadUnsafe(ref dz, {step.Times(width.Lanes)});");
                    for (var i = 0; i < count; i++)
                    {
                        var weight = $"{vector}.Create(Add(ref p, {step.Times(1, dense.Weights.Offset + ((long)(first + i) * units))}))";
                        writer.Line($"dx{Literal.Of(i)} = MultiplyAddEstimate(dz{step.Variable}, {weight}, dx{Literal.Of(i)});");
                    }
                });

                for (var i = 0; i < count; i++)
                {
                    writer.Line($"dx{Literal.Of(i)}.StoreUnsafe(ref dx, {Literal.Of((long)(first + i) * width.Lanes)});");
                }
            }

            Next(writer, "dz", units, width);
            Next(writer, "dx", inputs, width);
        }
    }

    private static CodeWriter.Block Method(CodeWriter writer, string signature)
    {
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        return writer.Open($"internal static void {signature}");
    }

    // Each summand in a scope of its own: written out, or once in a loop.
    private static void Sum(CodeWriter writer, DensePlan dense, int count, string variable, Action<Summand> body)
    {
        if (dense.MultiplyAdds > StraightLineBudget)
        {
            using (writer.Open($"for (nuint {variable} = 0; {variable} < {Literal.Of(count)}; {variable}++)"))
            {
                body(new Summand(variable, null));
            }

            return;
        }

        for (var index = 0; index < count; index++)
        {
            using (writer.Open())
            {
                body(new Summand(variable, index));
            }
        }
    }

    // Accumulators that are in flight together, as many as half of the registers: enough to hide the latency of a multiply-add.
    private static IEnumerable<(int First, int Count)> Blocks(int length, VectorWidth width)
    {
        var most = width.Registers / 2;
        for (var first = 0; first < length; first += most)
        {
            yield return (first, Math.Min(most, length - first));
        }
    }

    private static void Next(CodeWriter writer, string name, int size, VectorWidth width) =>
        writer.Line($"{name} = ref Add(ref {name}, {Literal.Of((long)size * width.Lanes)});");

    private static string Vector(VectorWidth width) => $"Vector{Literal.Of(width.Bits)}";

    /// <summary>One summand: its number where it is written out, the loop's variable where it is not.</summary>
    private readonly record struct Summand(string Variable, int? Number)
    {
        /// <summary>The expression offset + factor * number.</summary>
        public string Times(long factor, long offset = 0)
        {
            if (Number is { } number)
            {
                return Literal.Of((number * factor) + offset);
            }

            var product = factor == 1 ? Variable : $"({Variable} * {Literal.Of(factor)})";
            return offset == 0 ? product : $"{product} + {Literal.Of(offset)}";
        }
    }
}
