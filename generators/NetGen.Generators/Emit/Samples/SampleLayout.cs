using NetGen.Generators.Lowering;

namespace NetGen.Generators.Emit.Samples;

/// <summary>Where one sample's values lie in the memory that its passes share, in floats.</summary>
internal sealed class SampleLayout
{
    /// <summary>The place of the input, where it is copied.</summary>
    public const string Input = "xAt";

    /// <summary>The place of the gradient by a layer's output, one layer's after the other's.</summary>
    public const string Gradient = "daAt";

    private readonly List<(string Name, int Offset, int Size)> _places = [];

    /// <summary>Lays out what the passes of a network keep.</summary>
    public SampleLayout(NetworkPlan plan)
    {
        if (plan.CopiesInput)
        {
            Add(Input, plan.Input.Size);
        }

        foreach (var layer in plan.Layers)
        {
            if (layer.KeepsPreActivation)
            {
                Add(PreActivation(layer.Number), layer.Output.Size);
            }

            Add(Output(layer.Number), layer.Output.Size);
        }

        Add(Gradient, plan.Layers.Max(static layer => layer.Output.Size));
    }

    /// <summary>The places, in order.</summary>
    public IReadOnlyList<(string Name, int Offset, int Size)> Places => _places;

    /// <summary>The floats of all places together.</summary>
    public int Length { get; private set; }

    /// <summary>The place of z of a layer.</summary>
    public static string PreActivation(int number) => $"z{Literal.Of(number)}At";

    /// <summary>The place of a of a layer.</summary>
    public static string Output(int number) => $"a{Literal.Of(number)}At";

    private void Add(string name, int size)
    {
        _places.Add((name, Length, size));
        Length += SampleVectors.Room(size);
    }
}
