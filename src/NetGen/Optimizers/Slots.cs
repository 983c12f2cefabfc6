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
}
