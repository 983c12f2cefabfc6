namespace NetGen.Testing.Comparison;

/// <summary>
/// A buffer for emitted code to fill. It is full of NaN, so that an element that is not written shows, and stands between guards, so that a write beyond
/// its ends shows too.
/// </summary>
internal sealed class GuardedBuffer
{
    private const int GuardLength = 64;
    private const float Guard = -12345.678f;

    private readonly float[] _memory;
    private readonly int _length;

    /// <summary>Makes a buffer.</summary>
    public GuardedBuffer(int length)
    {
        _length = length;
        _memory = new float[length + (2 * GuardLength)];
        Array.Fill(_memory, Guard);
        Span.Fill(float.NaN);
    }

    /// <summary>What is to be written.</summary>
    public Span<float> Span => _memory.AsSpan(GuardLength, _length);

    /// <summary>Whether nothing was written beyond the ends.</summary>
    public bool IsIntact => !_memory.AsSpan(0, GuardLength).ContainsAnyExcept(Guard) && !_memory.AsSpan(GuardLength + _length).ContainsAnyExcept(Guard);

    /// <summary>The content in double precision.</summary>
    public double[] Wide() => Array.ConvertAll(Span.ToArray(), static value => (double)value);
}
