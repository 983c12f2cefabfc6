using System.Collections.Immutable;
using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Optimization;

/// <summary>Adds what goes round a block where the block's last product is stored, and adds gradients likewise.</summary>
internal static class AdditionFusion
{
    /// <summary>The operations with additions in their products, for samples in rows.</summary>
    /// <param name="operations">A forward or backward pass.</param>
    /// <param name="kept">What is read besides.</param>
    public static ImmutableArray<Operation> Run(ImmutableArray<Operation> operations, IEnumerable<Value> kept)
    {
        var uses = new Uses(operations, kept);
        var fused = operations.ToArray();
        for (var index = 0; index < fused.Length; index++)
        {
            if (fused[index] is Addition sum && !TryFuse(fused, uses, index, sum.B, sum.A, sum.Y))
            {
                TryFuse(fused, uses, index, sum.A, sum.B, sum.Y);
            }
        }

        return [.. fused.Where(static operation => operation is not null)];
    }

    // The product moves to where the addition was, when both terms are there.
    private static bool TryFuse(Operation[] fused, Uses uses, int index, Value term, Value other, Value sum)
    {
        if (ReferenceEquals(term, other) || !IsPadded(fused, uses, other) || !uses.IsReadOnce(term) || uses.Writer(term) is not (>= 0 and var writer))
        {
            return false;
        }

        Operation? product = fused[writer] switch
        {
            MatrixProduct { Added: null } forward => forward with { Added = other, Y = sum },
            InputGradient { Added: null } backward => backward with { Added = other, Dx = sum },
            _ => null,
        };
        if (product is null)
        {
            return false;
        }

        fused[index] = product;
        fused[writer] = null!;
        return true;
    }

    // Products read what they add in whole vectors, so it must not be the caller's rows, or another view of them.
    private static bool IsPadded(Operation[] operations, Uses uses, Value value) =>
        value.Role != ValueRole.Input && (uses.Writer(value) is not (>= 0 and var writer) || operations[writer] is not { Views: not null });
}
