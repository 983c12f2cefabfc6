using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>
/// Sums columns over rows. Four running sums take every fourth row each, so that no addition waits for the one before it, and are added as
/// (s0 + s1) + (s2 + s3): in every width alike, so that a column's bits do not depend on where it stands.
/// </summary>
internal static class ColumnSums
{
    /// <summary>destination[column] = or += the sum over the rows.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="stride">From a row to the next.</param>
    /// <param name="rows">Rows; the sum of none is 0.</param>
    /// <param name="columns">Elements a row; nothing is read beyond them.</param>
    /// <param name="destination">The first of the sums; exactly <paramref name="columns"/> are written.</param>
    /// <param name="accumulate">Whether the sums are added to what stands there.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(ref float source, nuint stride, int rows, nuint columns, ref float destination, bool accumulate)
    {
        nuint j = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; j + 16 <= columns; j += 16)
            {
                var sum = Sum<Vector512<float>, VectorOperations512>(ref Unsafe.Add(ref source, j), stride, rows);
                (accumulate ? Vector512.LoadUnsafe(ref destination, j) + sum : sum).StoreUnsafe(ref destination, j);
            }
        }

        if (Vector256.IsHardwareAccelerated)
        {
            for (; j + 8 <= columns; j += 8)
            {
                var sum = Sum<Vector256<float>, VectorOperations256>(ref Unsafe.Add(ref source, j), stride, rows);
                (accumulate ? Vector256.LoadUnsafe(ref destination, j) + sum : sum).StoreUnsafe(ref destination, j);
            }
        }

        for (; j + 4 <= columns; j += 4)
        {
            var sum = Sum<Vector128<float>, VectorOperations128>(ref Unsafe.Add(ref source, j), stride, rows);
            (accumulate ? Vector128.LoadUnsafe(ref destination, j) + sum : sum).StoreUnsafe(ref destination, j);
        }

        for (; j < columns; j++)
        {
            var sum = Sum(ref Unsafe.Add(ref source, j), stride, rows);
            Unsafe.Add(ref destination, j) = accumulate ? Unsafe.Add(ref destination, j) + sum : sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sum<TVector, TOp>(ref float row, nuint stride, int rows)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        var zero = TOp.Constant(0);
        var (s0, s1, s2, s3) = (zero, zero, zero, zero);
        for (; rows >= 4; rows -= 4)
        {
            s0 = TOp.Add(s0, TOp.Load(ref row, 0));
            s1 = TOp.Add(s1, TOp.Load(ref row, stride));
            s2 = TOp.Add(s2, TOp.Load(ref row, 2 * stride));
            s3 = TOp.Add(s3, TOp.Load(ref row, 3 * stride));
            row = ref Unsafe.Add(ref row, 4 * stride);
        }

        s0 = rows > 0 ? TOp.Add(s0, TOp.Load(ref row, 0)) : s0;
        s1 = rows > 1 ? TOp.Add(s1, TOp.Load(ref row, stride)) : s1;
        s2 = rows > 2 ? TOp.Add(s2, TOp.Load(ref row, 2 * stride)) : s2;
        return TOp.Add(TOp.Add(s0, s1), TOp.Add(s2, s3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(ref float row, nuint stride, int rows)
    {
        var (s0, s1, s2, s3) = (0f, 0f, 0f, 0f);
        for (; rows >= 4; rows -= 4)
        {
            s0 += row;
            s1 += Unsafe.Add(ref row, stride);
            s2 += Unsafe.Add(ref row, 2 * stride);
            s3 += Unsafe.Add(ref row, 3 * stride);
            row = ref Unsafe.Add(ref row, 4 * stride);
        }

        s0 += rows > 0 ? row : 0;
        s1 += rows > 1 ? Unsafe.Add(ref row, stride) : 0;
        s2 += rows > 2 ? Unsafe.Add(ref row, 2 * stride) : 0;
        return (s0 + s1) + (s2 + s3);
    }
}
