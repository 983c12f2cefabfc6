using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Tests.Layers;

/// <summary>Memory before a page that nobody may touch: whoever reads or writes a float too many ends the process. Linux only.</summary>
internal sealed unsafe class GuardedPage : IDisposable
{
    private const int PageSize = 1 << 16;
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    private readonly byte* _memory;

    /// <summary>Maps two pages and forbids the second one.</summary>
    public GuardedPage()
    {
        _memory = (byte*)Map(null, 2 * PageSize, ReadWrite, PrivateAnonymous, -1, 0);
        if ((nint)_memory == -1 || Protect(_memory + PageSize, PageSize, 0) != 0)
        {
            throw new InvalidOperationException($"Pages were not mapped: error {Marshal.GetLastPInvokeError()}.");
        }
    }

    /// <summary>The first of so many floats, the last of which ends with the page.</summary>
    public ref float Last(int count) => ref Unsafe.AsRef<float>(_memory + PageSize - (count * sizeof(float)));

    /// <inheritdoc/>
    public void Dispose() => _ = Unmap(_memory, 2 * PageSize);

    [DllImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static extern void* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static extern int Protect(void* address, nuint length, int protection);

    [DllImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static extern int Unmap(void* address, nuint length);
}
