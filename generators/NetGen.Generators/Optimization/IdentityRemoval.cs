using System.Collections.Immutable;
using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Model;

namespace NetGen.Generators.Optimization;

/// <summary>Takes the identity function out: its argument is read in the place of its result. One on the caller's own memory stays, as a copy.</summary>
internal static class IdentityRemoval
{
    /// <summary>The graph without identities.</summary>
    public static NetworkGraph Run(NetworkGraph graph)
    {
        var places = new Dictionary<Value, Value>();
        Value Map(Value value) => places.TryGetValue(value, out var place) ? place : value;
        var operations = ImmutableArray.CreateBuilder<Operation>(graph.Operations.Length);
        foreach (var operation in graph.Operations)
        {
            if (operation is Map { Function.Kind: ActivationKind.Identity } map && map.X.Role != ValueRole.Input)
            {
                places.Add(map.Y, Map(map.X));
            }
            else
            {
                operations.Add(operation.Rewire(Map));
            }
        }

        return graph with { Operations = operations.ToImmutable(), Output = Map(graph.Output) };
    }
}
