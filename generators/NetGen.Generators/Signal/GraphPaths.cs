using NetGen.Generators.Graph;

namespace NetGen.Generators.Signal;

/// <summary>Who writes and who reads each value of a graph.</summary>
internal sealed class GraphPaths
{
    private readonly Dictionary<Value, Operation> _writers = [];
    private readonly Dictionary<Value, List<Operation>> _readers = [];
    private readonly ILookup<int, Operation> _layers;

    /// <summary>Reads a graph.</summary>
    public GraphPaths(NetworkGraph graph)
    {
        _layers = graph.Operations.ToLookup(static operation => operation.Layer);
        foreach (var operation in graph.Operations)
        {
            _writers[operation.Result] = operation;
            foreach (var value in operation.Reads)
            {
                if (!_readers.TryGetValue(value, out var readers))
                {
                    _readers.Add(value, readers = []);
                }

                readers.Add(operation);
            }
        }
    }

    /// <summary>The operations of a step, in order.</summary>
    public IEnumerable<Operation> Of(int step) => _layers[step + 1];

    /// <summary>What writes a value; null for the network's input.</summary>
    public Operation? Writer(Value value) => _writers.TryGetValue(value, out var writer) ? writer : null;

    /// <summary>What alone reads a value; null where nothing does, or more than one operation.</summary>
    public Operation? OnlyReader(Value value) => _readers.TryGetValue(value, out var readers) && readers.Count == 1 ? readers[0] : null;

    /// <summary>The operations behind a value, one after the other, as long as each is the only one that reads.</summary>
    public IEnumerable<Operation> After(Value value)
    {
        while (OnlyReader(value) is { } reader)
        {
            yield return reader;
            value = reader.Result;
        }
    }
}
