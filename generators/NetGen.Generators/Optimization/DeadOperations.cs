using System.Collections.Immutable;
using NetGen.Generators.Graph;

namespace NetGen.Generators.Optimization;

/// <summary>Leaves out operations whose results nobody reads.</summary>
internal static class DeadOperations
{
    /// <summary>The operations that something needs.</summary>
    /// <param name="operations">The operations in order.</param>
    /// <param name="wanted">The values that are wanted in the end.</param>
    public static ImmutableArray<Operation> Remove(ImmutableArray<Operation> operations, IEnumerable<Value> wanted)
    {
        var needed = new HashSet<Value>(wanted);
        var kept = new Stack<Operation>();
        foreach (var operation in operations.Reverse())
        {
            if (operation.Writes.Any(needed.Contains))
            {
                kept.Push(operation);
                needed.UnionWith(operation.Reads);
            }
        }

        return [.. kept];
    }
}
