using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Products;

/// <summary>What register tiles do to vectors of 128 bits.</summary>
internal readonly struct TileOperations128 : ITileOperations<Vector128<float>>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> a, Vector128<float> b, Vector128<float> sum) => Vector128.MultiplyAddEstimate(a, b, sum);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Broadcast(ref float source, nuint offset) => Vector128.Create(Unsafe.Add(ref source, offset));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Add(Vector128<float> a, Vector128<float> b) => a + b;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Rectify(Vector128<float> a) => Vector128.MaxNative(default, a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(Vector128<float> value, ref byte destination, int count)
    {
        if ((count & 2) != 0)
        {
            Unsafe.WriteUnaligned(ref destination, value.AsDouble().ToScalar());
        }

        if ((count & 1) != 0)
        {
            destination = ref Unsafe.AddByteOffset(ref destination, (nuint)((count - 1) * sizeof(float)));
            var last = count == 1 ? value.ToScalar() : value.GetElement(2);
            Unsafe.WriteUnaligned(ref destination, last);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddFirst(Vector128<float> value, ref byte destination, int count)
    {
        if ((count & 2) != 0)
        {
            var pair = value + Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<double>(ref destination)).AsSingle();
            Unsafe.WriteUnaligned(ref destination, pair.AsDouble().ToScalar());
        }

        if ((count & 1) != 0)
        {
            destination = ref Unsafe.AddByteOffset(ref destination, (nuint)((count - 1) * sizeof(float)));
            var last = count == 1 ? value.ToScalar() : value.GetElement(2);
            Unsafe.WriteUnaligned(ref destination, last + Unsafe.ReadUnaligned<float>(ref destination));
        }
    }
}
