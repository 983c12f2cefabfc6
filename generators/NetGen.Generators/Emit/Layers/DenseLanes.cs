using NetGen.Generators.Lowering.Layers;
using NetGen.Generators.Machine;
using NetGen.Generators.Model;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Layers;

/// <summary>
/// A dense layer where a lane is a sample: value c of the samples lies at c * Lanes, every weight is broadcast, and no sum runs across lanes before the very
/// end, when the gradients' accumulators are added up. Up to a budget the code is one straight line; beyond, it loops over the summands.
/// </summary>
internal static class DenseLanes
{
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
        yield return new(WeightGradientName(dense), "ref float x, ref float dz, ref float dp, nuint groups, bool accumulate", $"dW{n} = x^T dz{(dense.Bias is null ? "" : $" and db{n} = the sum of dz")}, or added to what is there, a sum a lane: {x}, dz {z}.");
        yield return new(InputGradientName(dense), "ref float dz, ref float p, ref float dx, nuint groups", $"dx = dz W{n}^T: dz {z}, d{x}.");
    }

    /// <summary>The three methods for one vector width.</summary>
    public static void Emit(CodeWriter writer, DensePlan dense, VectorWidth width)
    {
        var (inputs, units, weights) = (dense.Input.Size, dense.Output.Size, dense.Weights.Offset);
        var rectifies = dense.Dense.Activation.Kind == ActivationKind.Relu;
        new DenseLaneProduct("x", "z", "i", inputs, units, weights, units, 1, dense.Bias?.Offset, rectifies).Emit(writer, ForwardName(dense), width);
        writer.Line();
        DenseLaneGradient.Emit(writer, dense, width);
        writer.Line();
        new DenseLaneProduct("dz", "dx", "j", units, inputs, weights, 1, units, null, Rectifies: false).Emit(writer, InputGradientName(dense), width);
    }
}
