using NetGen.Generators.Graph;
using NetGen.Generators.Graph.Operations;
using NetGen.Generators.Scheduling;

namespace NetGen.Generators.Emit.Samples;

/// <summary>Where the values of one sample are: in the memory that its passes share, in floats, or in registers.</summary>
internal sealed class SampleLayout
{
    private readonly List<(string Name, int Offset, int Size)> _places = [];
    private readonly Dictionary<Value, SampleValue> _values = [];

    /// <summary>Lays out the values of a network.</summary>
    /// <param name="forward">The forward pass.</param>
    /// <param name="backward">The backward pass, as it is written; empty where there is none.</param>
    /// <param name="outputGradient">What the backward pass begins with.</param>
    public SampleLayout(IReadOnlyList<SampleStep> forward, IReadOnlyList<SampleStep> backward, Value outputGradient)
    {
        // The caller's values are read one by one by products, and as vectors by functions, whose last one would reach beyond them.
        var first = forward[0].Operation as Rescaling;
        var x = first?.X ?? forward[0].Operation.Reads.First();
        CopiesInput = first is { Scale: not 1 } or { Shift: not 0 } || forward.Any(step => step.Operation is Map map && ReferenceEquals(map.X, x));
        if (CopiesInput)
        {
            Add(x);
        }

        _values[x] = new SampleValue(x.Symbol, x.Size, "x", "");
        foreach (var step in forward.Where(static step => step.Operation is not Rescaling))
        {
            foreach (var value in step.Stored)
            {
                Add(value);
            }
        }

        if (backward.Count == 0)
        {
            return;
        }

        Add(outputGradient);
        foreach (var step in backward)
        {
            foreach (var value in step.Stored.Where(static value => value.Extent == ValueExtent.Sample))
            {
                if (new SampleValue(value.Symbol, value.Size).IsWide)
                {
                    Add(value);
                }
            }
        }
    }

    /// <summary>Whether the input is copied, to the start of the memory.</summary>
    public bool CopiesInput { get; }

    /// <summary>The places, in order.</summary>
    public IReadOnlyList<(string Name, int Offset, int Size)> Places => _places;

    /// <summary>The floats of all places together.</summary>
    public int Length { get; private set; }

    /// <summary>Where a value is.</summary>
    public SampleValue Of(Value value) => _values.TryGetValue(value, out var known) ? known : new SampleValue(value.Symbol, value.Size);

    private void Add(Value value)
    {
        var name = value.Symbol + "At";
        _values[value] = new SampleValue(value.Symbol, value.Size, "s", name);
        _places.Add((name, Length, value.Size));
        Length += _values[value].Room;
    }
}
