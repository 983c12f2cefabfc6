using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.LayerKernels;

/// <summary>Bits into masks of 512-bit vectors.</summary>
internal readonly struct LaneBits512 : ILaneBits<Vector512<float>>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Mask(uint bits)
    {
        var lane = Vector512.Create(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768u);
        return Vector512.Equals(Vector512.Create(bits) & lane, lane).AsSingle();
    }
}
