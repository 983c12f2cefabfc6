using System.Runtime.InteropServices;

namespace NetGen.Optimizers;

/// <summary>The buffers an update walks over together. Those that a rule has no use for are empty and never touched.</summary>
internal readonly ref struct Slots(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> first, Span<float> second = default, Span<float> third = default)
{
    public readonly ref float Parameters = ref MemoryMarshal.GetReference(parameters);
    public readonly ref readonly float Gradients = ref MemoryMarshal.GetReference(gradients);
    public readonly ref float First = ref MemoryMarshal.GetReference(first);
    public readonly ref float Second = ref MemoryMarshal.GetReference(second);
    public readonly ref float Third = ref MemoryMarshal.GetReference(third);
    public readonly int Length = parameters.Length;

    /// <summary>Whether there are as many elements from an index on as a register holds.</summary>
    /// <typeparam name="TLanes">The register.</typeparam>
    /// <param name="index">The first element.</param>
    public bool Fills<TLanes>(nuint index)
        where TLanes : struct, ILanes<TLanes> => (nint)index <= Length - TLanes.Count;
}
