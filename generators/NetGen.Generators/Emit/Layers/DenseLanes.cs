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
    // Accumulators that are in flight together: enough to hide the latency of a multiply-add, few enough to stay in 16 registers.
    private const int AtOnce = 8;

    // Multiply-adds of a layer that are written out one by one.
    private const int StraightLineBudget = 80;

    /// <summary>The method z = x W + b.</summary>
    public static string ForwardName(DensePlan dense) => $"Layer{Literal.Of(dense.Number)}Forward";

    /// <summary>The method dW += x dz, db += dz, lane by lane.</summary>
    public static string ParameterGradientName(DensePlan dense) => $"Layer{Literal.Of(dense.Number)}ParameterGradient";

    /// <summary>The method dx = dz W^T.</summary>
    public static string InputGradientName(DensePlan dense) => $"Layer{Literal.Of(dense.Number)}InputGradient";

    /// <summary>The three methods.</summary>
    public static IEnumerable<KernelSignature> Signatures(DensePlan dense)
    {
        var n = Literal.Of(dense.Number);
        var x = $"x [{Literal.Of(dense.Input.Size)}][lanes]";
        var z = $"[{Literal.Of(dense.Output.Size)}][lanes]";
        var rectified = dense.Dense.Activation.Kind == ActivationKind.Relu;
        yield return new(ForwardName(dense), "ref float x, ref float p, ref float z", $"z{n} = {(rectified ? "relu(" : "")}x W{n}{(dense.Bias is null ? "" : $" + b{n}")}{(rectified ? ")" : "")}: {x}, z {z}.");
        yield return new(ParameterGradientName(dense), "ref float x, ref float dz, ref float dp", $"dW{n} += x^T dz{(dense.Bias is null ? "" : $", db{n} += dz")}, a lane a sample: {x}, dz {z}.");
        yield return new(InputGradientName(dense), "ref float dz, ref float p, ref float dx", $"dx = dz W{n}^T: dz {z}, d{x}.");
    }

    /// <summary>The three methods for one vector width.</summary>
    public static void Emit(CodeWriter writer, DensePlan dense, VectorWidth width)
    {
        Forward(writer, dense, width);
        writer.Line();
        ParameterGradient(writer, dense, width);
        writer.Line();
        InputGradient(writer, dense, width);
    }

    private static void Forward(CodeWriter writer, DensePlan dense, VectorWidth width)
    {
        var (vector, inputs, units) = (Vector(width), dense.Input.Size, dense.Output.Size);
        using (Method(writer, $"{ForwardName(dense)}(ref float x, ref float p, ref float z)"))
        {
            foreach (var (first, count) in Blocks(units))
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
        }
    }

    private static void ParameterGradient(CodeWriter writer, DensePlan dense, VectorWidth width)
    {
        var (vector, inputs, units) = (Vector(width), dense.Input.Size, dense.Output.Size);
        using (Method(writer, $"{ParameterGradientName(dense)}(ref float x, ref float dz, ref float dp)"))
        {
            foreach (var (first, count) in Blocks(units))
            {
                for (var j = 0; j < count; j++)
                {
                    writer.Line($"{(first == 0 ? "var " : "")}dz{Literal.Of(j)} = {vector}.LoadUnsafe(ref dz, {Literal.Of((long)(first + j) * width.Lanes)});");
                    if (dense.Bias is not null)
                    {
                        var at = Literal.Of((long)(dense.Bias.Offset + first + j) * width.Lanes);
                        writer.Line($"({vector}.LoadUnsafe(ref dp, {at}) + dz{Literal.Of(j)}).StoreUnsafe(ref dp, {at});");
                    }
                }

                Sum(writer, dense, inputs, "i", step =>
                {
                    writer.Line($"var x{step.Variable} = {vector}.LoadUnsafe(ref x, {step.Times(width.Lanes)});");
                    for (var j = 0; j < count; j++)
                    {
                        var at = step.Times(units * width.Lanes, (long)(dense.Weights.Offset + first + j) * width.Lanes);
                        writer.Line($"MultiplyAddEstimate(x{step.Variable}, dz{Literal.Of(j)}, {vector}.LoadUnsafe(ref dp, {at})).StoreUnsafe(ref dp, {at});");
                    }
                });
            }
        }
    }

    private static void InputGradient(CodeWriter writer, DensePlan dense, VectorWidth width)
    {
        var (vector, inputs, units) = (Vector(width), dense.Input.Size, dense.Output.Size);
        using (Method(writer, $"{InputGradientName(dense)}(ref float dz, ref float p, ref float dx)"))
        {
            foreach (var (first, count) in Blocks(inputs))
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

    private static IEnumerable<(int First, int Count)> Blocks(int length)
    {
        for (var first = 0; first < length; first += AtOnce)
        {
            yield return (first, Math.Min(AtOnce, length - first));
        }
    }

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
