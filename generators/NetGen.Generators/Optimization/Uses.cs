using NetGen.Generators.Graph;

namespace NetGen.Generators.Optimization;

/// <summary>How often each value is read, and by whom it is written.</summary>
internal sealed class Uses
{
    private readonly Dictionary<Value, int> _reads = [];
    private readonly Dictionary<Value, int> _writers = [];

    /// <summary>Counts.</summary>
    /// <param name="operations">The operations in order.</param>
    /// <param name="kept">Values that are read by something else as well.</param>
    public Uses(IReadOnlyList<Operation> operations, IEnumerable<Value> kept)
    {
        for (var index = 0; index < operations.Count; index++)
        {
            foreach (var value in operations[index].Reads)
            {
                Count(value);
            }

            foreach (var value in operations[index].Writes)
            {
                _writers[value] = index;
            }
        }

        foreach (var value in kept)
        {
            Count(value);
        }
    }

    /// <summary>Whether exactly one operation reads a value, and nothing else does.</summary>
    public bool IsReadOnce(Value value) => _reads.TryGetValue(value, out var count) && count == 1;

    /// <summary>The index of the operation that writes a value; -1 where none of them does.</summary>
    public int Writer(Value value) => _writers.TryGetValue(value, out var index) ? index : -1;

    private void Count(Value value)
    {
        _reads.TryGetValue(value, out var count);
        _reads[value] = count + 1;
    }
}
