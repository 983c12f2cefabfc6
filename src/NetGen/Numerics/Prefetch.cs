using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>Hints to the processor's caches. They change no result; where the processor has no such hint, they are nothing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Prefetch
{
    /// <summary>Asks for the cache line that holds a float. The address may lie beyond what may be read: a hint never faults.</summary>
    /// <param name="first">Where the offset counts from.</param>
    /// <param name="offset">In floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Line(ref float first, nuint offset)
    {
        if (Sse.IsSupported)
        {
            // The address need not stay true: a line of what the collector moved away is a line too many, no more.
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref first, offset)));
        }
    }
}
