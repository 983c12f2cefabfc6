using NetGen.Generators.Machine;

namespace NetGen.Generators.Scheduling;

/// <summary>Where each value of a pass lies in the workspace, in floats. Values are named as the formulas name them.</summary>
internal sealed class WorkspaceLayout
{
    private readonly List<KeyValuePair<string, long>> _offsets = [];

    /// <summary>The number of floats laid out so far.</summary>
    public long Length { get; private set; }

    /// <summary>The names with their offsets, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Offsets => _offsets;

    /// <summary>Lays out one more value, at a multiple of 64 bytes.</summary>
    public void Add(string name, long floats)
    {
        _offsets.Add(new(name, Length));
        Length += (floats + VectorWidth.MaximumLanes - 1) / VectorWidth.MaximumLanes * VectorWidth.MaximumLanes;
    }
}
