using NetGen.Generators.Emit.Kernels;
using NetGen.Generators.Emit.Operations;
using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Machine;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Lanes;

/// <summary>The kernels of a network in which a lane is a sample: the products of each layer.</summary>
internal static class LaneKernels
{
    /// <summary>The kernels, with the code of each.</summary>
    public static IEnumerable<(KernelSignature Signature, Action<CodeWriter, VectorWidth> Emit)> Of(NetworkProgram program)
    {
        var offsets = program.Tensors.ToDictionary(static tensor => tensor.Value, static tensor => tensor.Offset);
        var training = program.Training.Forward.OfType<MatrixProduct>().ToList();
        foreach (var product in training.Concat(program.Prediction.Forward.OfType<MatrixProduct>()).GroupBy(LaneKernelNames.Forward).Select(static products => products.First()))
        {
            var (inputs, units, weights) = (product.X.Size, product.Y.Size, offsets[product.W]);
            var bias = product.B is null ? (int?)null : offsets[product.B];
            var name = LaneKernelNames.Forward(product);
            yield return (
                new(name, "ref float x, ref float p, ref float z, nuint groups", $"{product.Formula}: x {Extent(inputs)}, z {Extent(units)}."),
                (writer, width) => new LaneProduct("x", "z", "i", inputs, units, weights, units, 1, bias, product.Rectifies).Emit(writer, name, width));
        }

        foreach (var product in training)
        {
            var (inputs, units, weights) = (product.X.Size, product.Y.Size, offsets[product.W]);
            var bias = product.B is null ? (int?)null : offsets[product.B];
            var (weightGradient, inputGradient) = (LaneKernelNames.WeightGradient(product.Layer), LaneKernelNames.InputGradient(product.Layer));
            yield return (
                new(weightGradient, "ref float x, ref float dz, ref float dp, nuint groups, bool accumulate", $"d{product.W} = x^T dz, or added to what is there, a sum per lane: x {Extent(inputs)}, dz {Extent(units)}."),
                (writer, width) => new LaneGradient(inputs, units, weights, bias).Emit(writer, weightGradient, width));
            yield return (
                new(inputGradient, "ref float dz, ref float p, ref float dx, nuint groups", $"dx = dz {product.W}^T: dz {Extent(units)}, dx {Extent(inputs)}."),
                (writer, width) => new LaneProduct("dz", "dx", "j", units, inputs, weights, 1, units, null, Rectifies: false).Emit(writer, inputGradient, width));
        }
    }

    private static string Extent(int size) => $"[groups][{Literal.Of(size)}][lanes]";
}
