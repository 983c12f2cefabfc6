using System.Collections.Immutable;
using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Optimization;

/// <summary>Folds a batch normalization of prediction into the product before it: x W * scale + shift, the bias being part of the shift.</summary>
internal static class ScaleFusion
{
    /// <summary>The operations with scales in their products, for samples in rows.</summary>
    /// <param name="operations">The forward pass of prediction.</param>
    /// <param name="kept">What is read besides.</param>
    public static ImmutableArray<Operation> Run(ImmutableArray<Operation> operations, IEnumerable<Value> kept)
    {
        var uses = new Uses(operations, kept);
        var fused = operations.ToArray();
        for (var index = 0; index < fused.Length; index++)
        {
            if (fused[index] is not ColumnScale scale || !uses.IsReadOnce(scale.X) || uses.Writer(scale.X) is not (>= 0 and var product)
                || fused[product] is not MatrixProduct { Rectifies: false, Scale: null, Added: null } sum)
            {
                continue;
            }

            // The product waits until its scale is there: nothing between reads its result.
            var fold = uses.Writer(scale.Scale);
            fused[fold] = (FoldStatistics)fused[fold] with { Bias = sum.B };
            fused[index] = sum with { B = null, Scale = scale.Scale, Shift = scale.Shift, Y = scale.Y };
            fused[product] = null!;
        }

        return [.. fused.Where(static operation => operation is not null)];
    }
}
