using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics;

/// <summary>
/// Floats on the pinned heap, the first of them 64-byte aligned, with readable zeros behind the last one, so that a vector may be loaded past the end. Needs
/// neither Dispose nor a finalizer.
/// </summary>
public sealed class AlignedBuffer
{
    /// <summary>Floats behind the last one that may be read.</summary>
    public const int Slack = 64;

    private const int Alignment = 64;

    private readonly float[] _array;
    private readonly int _start;

    /// <summary>Allocates zeros.</summary>
    /// <param name="length">The number of floats, 0 or more.</param>
    public AlignedBuffer(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        _array = GC.AllocateArray<float>(checked(length + Slack + (Alignment / sizeof(float))), pinned: true);
        var misalignment = (int)((nuint)Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0) % Alignment);
        _start = misalignment == 0 ? 0 : (Alignment - misalignment) / sizeof(float);
    }

    /// <summary>The number of floats.</summary>
    public int Length { get; }

    /// <summary>The floats, without the slack.</summary>
    public Span<float> Span => _array.AsSpan(_start, Length);

    /// <summary>The first float.</summary>
    public ref float Origin => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _start);
}
