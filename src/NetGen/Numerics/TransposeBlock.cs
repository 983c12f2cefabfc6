using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>Turns over small square blocks in registers.</summary>
internal static class TransposeBlock
{
    /// <summary>8 rows of 8 floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Of8(ref float source, nuint sourceStride, ref float destination, nuint destinationStride)
    {
        Of4(ref source, sourceStride, ref destination, destinationStride);
        Of4(ref Unsafe.Add(ref source, 4), sourceStride, ref Unsafe.Add(ref destination, 4 * destinationStride), destinationStride);
        Of4(ref Unsafe.Add(ref source, 4 * sourceStride), sourceStride, ref Unsafe.Add(ref destination, 4), destinationStride);
        Of4(
            ref Unsafe.Add(ref source, (4 * sourceStride) + 4), sourceStride, ref Unsafe.Add(ref destination, (4 * destinationStride) + 4), destinationStride);
    }

    /// <summary>4 rows of 4 floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Of4(ref float source, nuint sourceStride, ref float destination, nuint destinationStride)
    {
        var a = Vector128.LoadUnsafe(ref source);
        var b = Vector128.LoadUnsafe(ref source, sourceStride);
        var c = Vector128.LoadUnsafe(ref source, 2 * sourceStride);
        var d = Vector128.LoadUnsafe(ref source, 3 * sourceStride);
        var ac0 = UnpackLow(a, c);
        var ac1 = UnpackHigh(a, c);
        var bd0 = UnpackLow(b, d);
        var bd1 = UnpackHigh(b, d);
        UnpackLow(ac0, bd0).StoreUnsafe(ref destination);
        UnpackHigh(ac0, bd0).StoreUnsafe(ref destination, destinationStride);
        UnpackLow(ac1, bd1).StoreUnsafe(ref destination, 2 * destinationStride);
        UnpackHigh(ac1, bd1).StoreUnsafe(ref destination, 3 * destinationStride);
    }

    /// <summary>a0 b0 a1 b1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> UnpackLow(Vector128<float> a, Vector128<float> b) => Sse.IsSupported
        ? Sse.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported
            ? AdvSimd.Arm64.ZipLow(a, b)
            : Vector128.Create(a[0], b[0], a[1], b[1]);

    /// <summary>a2 b2 a3 b3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<float> UnpackHigh(Vector128<float> a, Vector128<float> b) => Sse.IsSupported
        ? Sse.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported
            ? AdvSimd.Arm64.ZipHigh(a, b)
            : Vector128.Create(a[2], b[2], a[3], b[3]);
}
