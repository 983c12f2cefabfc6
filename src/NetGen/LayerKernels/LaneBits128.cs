using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.LayerKernels;

/// <summary>Bits into masks of 128-bit vectors.</summary>
internal readonly struct LaneBits128 : ILaneBits<Vector128<float>>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Mask(uint bits)
    {
        var lane = Vector128.Create(1, 2, 4, 8u);
        return Vector128.Equals(Vector128.Create(bits) & lane, lane).AsSingle();
    }
}
