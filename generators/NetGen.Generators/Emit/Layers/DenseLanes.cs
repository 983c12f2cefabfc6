using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Model;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Layers;

/// <summary>
/// A dense layer as straight-line code in which a lane is a sample: value c of the samples lies at c * Lanes, every weight is broadcast, and no sum runs
/// across lanes before the very end, when the gradients' accumulators are added up.
/// </summary>
internal static class DenseLanes
{
    // Accumulators that are in flight together: enough to hide the latency of a multiply-add, few enough to stay in 16 registers.
    private const int UnitsAtOnce = 8;

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
        var vector = $"Vector{Literal.Of(width.Bits)}";
        var inputs = dense.Input.Size;
        var units = dense.Output.Size;
        string At(long index) => Literal.Of(index * width.Lanes);
        string Weight(int input, int unit) => $"{vector}.Create(Add(ref p, {Literal.Of(dense.Weights.Offset + ((long)input * units) + unit)}))";

        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open($"internal static void {ForwardName(dense)}(ref float x, ref float p, ref float z)"))
        {
            for (var first = 0; first < units; first += UnitsAtOnce)
            {
                var count = Math.Min(UnitsAtOnce, units - first);
                var declare = first == 0 ? $"{vector}<float> " : "";
                for (var j = 0; j < count; j++)
                {
                    var start = dense.Bias is null ? $"{vector}<float>.Zero" : $"{vector}.Create(Add(ref p, {Literal.Of(dense.Bias.Offset + first + j)}))";
                    writer.Line($"{declare}z{Literal.Of(j)} = {start};");
                }

                for (var i = 0; i < inputs; i++)
                {
                    writer.Line($"{(first + i == 0 ? "var " : "")}xi = {vector}.LoadUnsafe(ref x, {At(i)});");
                    for (var j = 0; j < count; j++)
                    {
                        writer.Line($"z{Literal.Of(j)} = {vector}.MultiplyAddEstimate(xi, {Weight(i, first + j)}, z{Literal.Of(j)});");
                    }
                }

                for (var j = 0; j < count; j++)
                {
                    var value = dense.Dense.Activation.Kind == ActivationKind.Relu
                        ? $"{vector}.MaxNative({vector}<float>.Zero, z{Literal.Of(j)})"
                        : $"z{Literal.Of(j)}";
                    writer.Line($"{value}.StoreUnsafe(ref z, {At(first + j)});");
                }
            }
        }

        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open($"internal static void {ParameterGradientName(dense)}(ref float x, ref float dz, ref float dp)"))
        {
            for (var first = 0; first < units; first += UnitsAtOnce)
            {
                var count = Math.Min(UnitsAtOnce, units - first);
                for (var j = 0; j < count; j++)
                {
                    writer.Line($"{(first == 0 ? "var " : "")}dz{Literal.Of(j)} = {vector}.LoadUnsafe(ref dz, {At(first + j)});");
                    if (dense.Bias is not null)
                    {
                        var at = At(dense.Bias.Offset + first + j);
                        writer.Line($"({vector}.LoadUnsafe(ref dp, {at}) + dz{Literal.Of(j)}).StoreUnsafe(ref dp, {at});");
                    }
                }

                for (var i = 0; i < inputs; i++)
                {
                    writer.Line($"{(first + i == 0 ? "var " : "")}xi = {vector}.LoadUnsafe(ref x, {At(i)});");
                    for (var j = 0; j < count; j++)
                    {
                        var at = At(dense.Weights.Offset + ((long)i * units) + first + j);
                        writer.Line($"{vector}.MultiplyAddEstimate(xi, dz{Literal.Of(j)}, {vector}.LoadUnsafe(ref dp, {at})).StoreUnsafe(ref dp, {at});");
                    }
                }
            }
        }

        writer.Line();
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (writer.Open($"internal static void {InputGradientName(dense)}(ref float dz, ref float p, ref float dx)"))
        {
            for (var first = 0; first < inputs; first += UnitsAtOnce)
            {
                var count = Math.Min(UnitsAtOnce, inputs - first);
                for (var j = 0; j < units; j++)
                {
                    writer.Line($"{(first + j == 0 ? "var " : "")}dzj = {vector}.LoadUnsafe(ref dz, {At(j)});");
                    for (var i = 0; i < count; i++)
                    {
                        var product = $"{vector}.Create(Add(ref p, {Literal.Of(dense.Weights.Offset + ((long)(first + i) * units) + j)}))";
                        writer.Line(j == 0
                            ? $"{(first == 0 ? "var " : "")}dx{Literal.Of(i)} = dzj * {product};"
                            : $"dx{Literal.Of(i)} = {vector}.MultiplyAddEstimate(dzj, {product}, dx{Literal.Of(i)});");
                    }
                }

                for (var i = 0; i < count; i++)
                {
                    writer.Line($"dx{Literal.Of(i)}.StoreUnsafe(ref dx, {At(first + i)});");
                }
            }
        }
    }
}
