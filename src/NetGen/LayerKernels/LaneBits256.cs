using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.LayerKernels;

/// <summary>Bits into masks of 256-bit vectors.</summary>
internal readonly struct LaneBits256 : ILaneBits<Vector256<float>>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Mask(uint bits)
    {
        var lane = Vector256.Create(1, 2, 4, 8, 16, 32, 64, 128u);
        return Vector256.Equals(Vector256.Create(bits) & lane, lane).AsSingle();
    }
}
