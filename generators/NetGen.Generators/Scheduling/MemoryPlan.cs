using System.Collections.Immutable;
using NetGen.Generators.Graph;

namespace NetGen.Generators.Scheduling;

/// <summary>
/// Where the values of a pass are in its workspace: first those that exist once, in floats, then those that exist per sample, in floats per sample or, where a lane is a
/// sample, in values per group.
/// </summary>
/// <param name="Form">How samples are laid out.</param>
/// <param name="Offsets">Where each value starts: in the first part, or in the second.</param>
/// <param name="Unpadded">Values whose rows follow each other without padding: the caller's, and views of them.</param>
/// <param name="Fixed">Floats of the first part.</param>
/// <param name="PerSample">Length of the second part.</param>
/// <param name="PerSampleOnDemand">Its length where the gradient with respect to the input is wanted.</param>
internal sealed record MemoryPlan(
    NetworkForm Form,
    ImmutableDictionary<Value, Room> Offsets,
    ImmutableHashSet<Value> Unpadded,
    long Fixed,
    long PerSample,
    long PerSampleOnDemand)
{
    /// <summary>Floats from one row of a value to the next, where samples are rows.</summary>
    public int Stride(Value value) => Unpadded.Contains(value) ? value.Columns : Machine.VectorWidth.Pad(value.Columns);
}
