using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Numerics;

/// <summary>
/// Floats on the pinned heap, the first one 64-byte aligned, all zero at first. At least <see cref="Slack"/> further floats lie behind the last one; they are
/// zero unless somebody writes them, so that a vector load may run past the end. Needs neither disposal nor a finalizer.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AlignedBuffer
{
    /// <summary>Readable floats behind the last one.</summary>
    public const int Slack = 64;

    private const int Alignment = 64;
    private const int FloatsToAlign = Alignment / sizeof(float);

    private readonly float[] _array;
    private readonly int _offset;
    private AlignedBuffer? _gradients;

    /// <summary>Allocates.</summary>
    /// <param name="length">Floats, from 0 to 2,147,483,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative or more than an array can hold.</exception>
    public unsafe AlignedBuffer(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Array.MaxLength - Slack - FloatsToAlign);

        Length = length;
        _array = GC.AllocateArray<float>(length + Slack + FloatsToAlign, pinned: true);

        // The array never moves, so the distance to the next multiple of 64 holds for good.
        var address = (nuint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_array));
        _offset = (int)((Alignment - (address % Alignment)) % Alignment / sizeof(float));
    }

    /// <summary>The number of floats asked for.</summary>
    public int Length { get; }

    /// <summary>The floats asked for, without the slack.</summary>
    public Span<float> Span => MemoryMarshal.CreateSpan(ref Origin, Length);

    /// <summary>As many floats for the gradients with respect to these, allocated when they are first asked for.</summary>
    public Span<float> Gradients => (_gradients ??= new AlignedBuffer(Length)).Span;

    /// <summary>The first float; its address is a multiple of 64.</summary>
    public ref float Origin
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _offset);
    }
}
