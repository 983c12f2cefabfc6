using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using NetGen.Numerics;

namespace NetGen.Products;

/// <summary>What register tiles do to vectors of 512 bits.</summary>
internal readonly struct TileOperations512 : ITileOperations<Vector512<float>>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> sum) => Vector512.MultiplyAddEstimate(a, b, sum);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Broadcast(ref float source, nuint offset) => Vector512.Create(Unsafe.Add(ref source, offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Add(Vector512<float> a, Vector512<float> b) => a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Rectify(Vector512<float> a) => Vector512.MaxNative(default, a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void StoreFirst(Vector512<float> value, float* destination, int count, bool accumulate)
    {
        if (Avx512F.IsSupported)
        {
            var mask = LaneKernels.Mask512(count);
            if (accumulate)
            {
                value += Avx512F.MaskLoad(destination, mask, default);
            }

            Avx512F.MaskStore(destination, mask, value);
            return;
        }

        var part = value.GetLower();
        if ((count & 8) != 0)
        {
            if (accumulate)
            {
                part += Vector256.Load(destination);
            }

            part.Store(destination);
            destination += 8;
            part = value.GetUpper();
        }

        TileOperations256.StoreFirst(part, destination, count & 7, accumulate);
    }
}
