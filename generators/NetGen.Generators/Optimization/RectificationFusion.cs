using System.Collections.Immutable;
using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Model;

namespace NetGen.Generators.Optimization;

/// <summary>Takes max(0, .) while the product before it is still in registers.</summary>
internal static class RectificationFusion
{
    /// <summary>The operations with rectified products.</summary>
    /// <param name="operations">A forward pass.</param>
    /// <param name="kept">What is read besides: by the backward pass, or by the caller.</param>
    public static ImmutableArray<Operation> Run(ImmutableArray<Operation> operations, IEnumerable<Value> kept)
    {
        var uses = new Uses(operations, kept);
        var fused = operations.ToArray();
        for (var index = 0; index < fused.Length; index++)
        {
            if (fused[index] is Map { Function.Kind: ActivationKind.Relu } map && uses.IsReadOnce(map.X) && uses.Writer(map.X) is >= 0 and var product
                && fused[product] is MatrixProduct { Rectifies: false, Added: null } sum)
            {
                fused[product] = sum with { Rectifies = true, Y = map.Y };
                fused[index] = null!;
            }
        }

        return [.. fused.Where(static operation => operation is not null)];
    }
}
