using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <summary>
/// Scratch memory for one pass through a network. Every thread keeps one buffer, as large as the largest that was asked for, so that after the first pass
/// nothing is allocated. A rent while another one of the same thread is open gets a buffer of its own.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct Workspace : IDisposable
{
    [ThreadStatic]
    private static AlignedBuffer? t_cached;

    private AlignedBuffer? _buffer;

    private Workspace(AlignedBuffer buffer) => _buffer = buffer;

    /// <summary>The first float; 64-byte aligned, with <see cref="AlignedBuffer.Slack"/> readable floats behind the last one. Contents are undefined.</summary>
    /// <exception cref="NullReferenceException">The workspace was given back already.</exception>
    public readonly ref float Origin
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _buffer!.Origin;
    }

    /// <summary>Takes the thread's buffer, or a new one where it is too small or in use.</summary>
    /// <param name="length">Floats needed, 0 or more.</param>
    /// <returns>The memory; dispose of it on the same thread.</returns>
    public static Workspace Rent(int length)
    {
        var buffer = t_cached;
        if (buffer is null || buffer.Length < length)
        {
            return new Workspace(new AlignedBuffer(length));
        }

        t_cached = null;
        return new Workspace(buffer);
    }

    /// <summary>Gives the memory back. A second call does nothing.</summary>
    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = null;
        if (buffer is not null && (t_cached is null || t_cached.Length < buffer.Length))
        {
            t_cached = buffer;
        }
    }
}
