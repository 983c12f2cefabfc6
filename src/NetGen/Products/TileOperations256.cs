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
    public static unsafe void StoreFirst(Vector256<float> value, float* destination, int count, bool accumulate)
    {
        var part = value.GetLower();
        if ((count & 4) != 0)
        {
            if (accumulate)
            {
                part += Vector128.Load(destination);
            }

            part.Store(destination);
            destination += 4;
            part = value.GetUpper();
        }

        TileOperations128.StoreFirst(part, destination, count & 3, accumulate);
    }
}
