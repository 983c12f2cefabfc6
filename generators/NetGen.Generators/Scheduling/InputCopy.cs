using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;

namespace NetGen.Generators.Scheduling;

/// <summary>
/// Copies the caller's samples into the workspace where they cannot be read in place: where a lane is a sample, and where an operation takes rows as the workspace lays
/// them out.
/// </summary>
internal static class InputCopy
{
    /// <summary>The graph, with a copy at its start where one is needed and values are not rescaled on the way anyway.</summary>
    public static NetworkGraph Run(NetworkGraph graph, NetworkForm form)
    {
        if (graph.Operations.Length > 0 && graph.Operations[0] is Rescaling || (form == NetworkForm.Tiles && !NeedsPadding(graph)))
        {
            return graph;
        }

        var input = new Value("input", graph.Input.Shape, ValueRole.Input, ValueExtent.Sample, 0);
        var copy = new Value(graph.Input.Symbol, graph.Input.Shape, ValueRole.Activation, ValueExtent.Sample, 0);
        Value Map(Value value) => ReferenceEquals(value, graph.Input) ? copy : value;
        return new NetworkGraph(input, Map(graph.Output), [new Rescaling(input, copy, 1, 0), .. graph.Operations.Select(operation => operation.Rewire(Map))]);
    }

    private static bool NeedsPadding(NetworkGraph graph)
    {
        var unpadded = new HashSet<Value> { graph.Input };
        foreach (var operation in graph.Operations)
        {
            if (operation.Reads.Any(unpadded.Contains))
            {
                if (!operation.ReadsUnpaddedRows)
                {
                    return true;
                }

                if (operation.Views is not null)
                {
                    unpadded.Add(operation.Result);
                }
            }
        }

        return false;
    }
}
