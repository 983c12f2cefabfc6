using System.ComponentModel;

namespace NetGen.Numerics;

/// <summary>
/// Memory for one pass, lent to a thread and given back. A thread keeps the largest buffer it ever needed, so that passes allocate nothing once warm; a pass
/// inside a pass gets a buffer of its own. What a buffer holds when it is lent is undefined.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct Workspace : IDisposable
{
    [ThreadStatic]
    private static AlignedBuffer? s_cached;

    private readonly AlignedBuffer _buffer;

    private Workspace(AlignedBuffer buffer) => _buffer = buffer;

    /// <summary>The first float, 64-byte aligned; <see cref="AlignedBuffer.Slack"/> more may be read behind the last.</summary>
    public ref float Origin => ref _buffer.Origin;

    /// <summary>Borrows a buffer until it is disposed of.</summary>
    /// <param name="length">The number of floats.</param>
    public static Workspace Rent(int length)
    {
        var buffer = s_cached;
        s_cached = null;
        return new Workspace(buffer is not null && buffer.Length >= length ? buffer : new AlignedBuffer(length));
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (s_cached is null || s_cached.Length < _buffer.Length)
        {
            s_cached = _buffer;
        }
    }
}
