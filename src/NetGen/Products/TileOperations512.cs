using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
    public static void StoreFirst(Vector512<float> value, ref byte destination, int count)
    {
        if ((count & 8) == 0)
        {
            TileOperations256.StoreFirst(value.GetLower(), ref destination, count);
            return;
        }

        Unsafe.WriteUnaligned(ref destination, value.GetLower());
        if ((count & 7) != 0)
        {
            TileOperations256.StoreFirst(value.GetUpper(), ref Unsafe.AddByteOffset(ref destination, 32), count & 7);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddFirst(Vector512<float> value, ref byte destination, int count)
    {
        if ((count & 8) == 0)
        {
            TileOperations256.AddFirst(value.GetLower(), ref destination, count);
            return;
        }

        Unsafe.WriteUnaligned(ref destination, value.GetLower() + Unsafe.ReadUnaligned<Vector256<float>>(ref destination));
        if ((count & 7) != 0)
        {
            TileOperations256.AddFirst(value.GetUpper(), ref Unsafe.AddByteOffset(ref destination, 32), count & 7);
        }
    }
}
