namespace NetGen.Optimizers;

/// <summary>The buffers an update walks over together: one float a parameter. Those that a rule has no use for are empty.</summary>
internal readonly ref struct Slots(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> first = default, Span<float> second = default, Span<float> third = default)
{
    public readonly Span<float> Parameters = parameters;
    public readonly ReadOnlySpan<float> Gradients = gradients;
    public readonly Span<float> First = first;
    public readonly Span<float> Second = second;
    public readonly Span<float> Third = third;
}
