using System.Collections.Immutable;
using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Emit.Samples;

/// <summary>An operation of one sample, with the function that is taken of its result while that is still in a register.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Function">The map, or the gradient of one, that takes its result; null for none.</param>
/// <param name="Stored">What is read later, and so stored: the results of both, or of the last alone.</param>
internal sealed record SampleStep(Operation Operation, Operation? Function, ImmutableArray<Value> Stored)
{
    /// <summary>The steps of a forward pass.</summary>
    /// <param name="operations">The operations, in order.</param>
    /// <param name="kept">What the backward pass reads.</param>
    public static ImmutableArray<SampleStep> Forward(ImmutableArray<Operation> operations, IEnumerable<Value> kept)
    {
        var read = new HashSet<Value>(kept);
        return Pair(operations, static (product, function) => product is MatrixProduct && function is Map map && ReferenceEquals(map.X, product.Result), read);
    }

    /// <summary>The steps of a backward pass.</summary>
    /// <param name="operations">The operations, in order.</param>
    public static ImmutableArray<SampleStep> Backward(IEnumerable<Operation> operations)
    {
        // A layer's input gradient goes before its weights': everything further down waits for it.
        var ordered = operations.ToList();
        for (var index = 1; index < ordered.Count; index++)
        {
            if (ordered[index] is InputGradient && ordered[index - 1] is WeightGradient)
            {
                (ordered[index - 1], ordered[index]) = (ordered[index], ordered[index - 1]);
            }
        }

        // And the derivative of the function below right behind it, while it is in a register.
        for (var index = 2; index < ordered.Count; index++)
        {
            if (ordered[index] is MapGradient map && ordered[index - 2] is InputGradient gradient && ReferenceEquals(map.Dy, gradient.Dx))
            {
                (ordered[index - 1], ordered[index]) = (ordered[index], ordered[index - 1]);
            }
        }

        return Pair(
            [.. ordered], static (gradient, function) => gradient is InputGradient && function is MapGradient map && ReferenceEquals(map.Dy, gradient.Result), []);
    }

    private static ImmutableArray<SampleStep> Pair(ImmutableArray<Operation> operations, Func<Operation, Operation, bool> pairs, HashSet<Value> kept)
    {
        var steps = ImmutableArray.CreateBuilder<SampleStep>();
        for (var index = 0; index < operations.Length; index++)
        {
            var operation = operations[index];
            var function = index + 1 < operations.Length && pairs(operation, operations[index + 1]) ? operations[++index] : null;
            if (function is null)
            {
                steps.Add(new SampleStep(operation, null, [.. operation.Writes]));
                continue;
            }

            var isKept = kept.Contains(operation.Result) || operations.Skip(index + 1).Any(later => later.Reads.Contains(operation.Result));
            steps.Add(new SampleStep(operation, function, isKept ? [operation.Result, function.Result] : [function.Result]));
        }

        return steps.ToImmutable();
    }
}
