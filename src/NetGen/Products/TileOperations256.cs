using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Products;

/// <summary>What register tiles do to vectors of 256 bits.</summary>
internal readonly struct TileOperations256 : ITileOperations<Vector256<float>>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> sum) => Vector256.MultiplyAddEstimate(a, b, sum);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Broadcast(ref float source, nuint offset) => Vector256.Create(Unsafe.Add(ref source, offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Add(Vector256<float> a, Vector256<float> b) => a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Rectify(Vector256<float> a) => Vector256.MaxNative(default, a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(Vector256<float> value, ref byte destination, int count)
    {
        if ((count & 4) == 0)
        {
            TileOperations128.StoreFirst(value.GetLower(), ref destination, count);
            return;
        }

        Unsafe.WriteUnaligned(ref destination, value.GetLower());
        if ((count & 3) != 0)
        {
            TileOperations128.StoreFirst(value.GetUpper(), ref Unsafe.AddByteOffset(ref destination, 16), count & 3);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddFirst(Vector256<float> value, ref byte destination, int count)
    {
        if ((count & 4) == 0)
        {
            TileOperations128.AddFirst(value.GetLower(), ref destination, count);
            return;
        }

        Unsafe.WriteUnaligned(ref destination, value.GetLower() + Unsafe.ReadUnaligned<Vector128<float>>(ref destination));
        if ((count & 3) != 0)
        {
            TileOperations128.AddFirst(value.GetUpper(), ref Unsafe.AddByteOffset(ref destination, 16), count & 3);
        }
    }
}
