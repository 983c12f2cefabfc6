using NetGen.Generators.Emit.Operations;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Lanes;

/// <summary>The kernels of a network in which a lane is a sample: the products of each layer.</summary>
internal static class LaneKernels
{
    /// <summary>Writes them as methods of a class that is generic in <c>TVector</c> and <c>TOps</c>.</summary>
    public static void Emit(CodeWriter writer, NetworkProgram program, CancellationToken cancellationToken)
    {
        var offsets = program.Tensors.ToDictionary(static tensor => tensor.Value, static tensor => tensor.Offset);
        var training = program.Training.Forward.OfType<MatrixProduct>().ToList();
        foreach (var product in training.Concat(program.Prediction.Forward.OfType<MatrixProduct>()).GroupBy(LaneKernelNames.Forward).Select(static products => products.First()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (inputs, units) = (product.X.Size, product.Y.Size);
            writer.Line();
            writer.Line($"// {product.Formula}: {product.X} {Extent(inputs)}, {product.Y} {Extent(units)}.");
            LaneProduct.Forward(inputs, units, offsets[product.W], product.B is null ? null : offsets[product.B], product.Rectifies)
                .Emit(writer, LaneKernelNames.Forward(product), "x", "z");
        }

        foreach (var product in training)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (inputs, units, weights) = (product.X.Size, product.Y.Size, offsets[product.W]);
            writer.Line();
            writer.Line($"// d{product.W} = {product.X}^T dz{(product.B is null ? "" : $", d{product.B} = the sum of dz")}, or added to what is there, a sum per lane: {product.X} {Extent(inputs)}, dz {Extent(units)}.");
            new LaneGradient(inputs, units, weights, product.B is null ? null : offsets[product.B]).Emit(writer, LaneKernelNames.WeightGradient(product.Layer));
            writer.Line();
            writer.Line($"// d{product.X} = dz {product.W}^T: dz {Extent(units)}, d{product.X} {Extent(inputs)}.");
            LaneProduct.InputGradient(inputs, units, weights).Emit(writer, LaneKernelNames.InputGradient(product.Layer), "dz", "dx");
        }
    }

    private static string Extent(int size) => $"[groups][{Literal.Of(size)}][lanes]";
}
