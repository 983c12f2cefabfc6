using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>Moves and sums over matrices stored by rows. Strides are in floats; nothing is read or written beyond a row's columns.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowKernels
{
    // Sums of more rows are formed in blocks, so that rounding grows with the block's and not with the batch's size.
    private const int RowsPerSum = 128;

    /// <summary>Copies a matrix.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="sourceStride">From a row to the next.</param>
    /// <param name="destination">Where the first element goes; must not overlap the source.</param>
    /// <param name="destinationStride">From a row to the next.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Elements a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CopyRows(ref float source, nuint sourceStride, ref float destination, nuint destinationStride, int rows, int columns)
    {
        if (sourceStride == (nuint)columns && destinationStride == (nuint)columns)
        {
            Copy(ref source, ref destination, (nuint)rows * (nuint)columns);
            return;
        }

        for (var row = 0; row < rows; row++)
        {
            Copy(ref Unsafe.Add(ref source, (nuint)row * sourceStride), ref Unsafe.Add(ref destination, (nuint)row * destinationStride), (nuint)columns);
        }
    }

    /// <summary>Copies a matrix, each element times <paramref name="scale"/> plus <paramref name="shift"/>, rounded once.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="sourceStride">From a row to the next.</param>
    /// <param name="destination">Where the first element goes; may be the source with the same stride, but must not overlap it otherwise.</param>
    /// <param name="destinationStride">From a row to the next.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Elements a row.</param>
    /// <param name="scale">The factor.</param>
    /// <param name="shift">What is added.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScaleRows(
        ref float source, nuint sourceStride, ref float destination, nuint destinationStride, int rows, int columns, float scale, float shift)
    {
        if (sourceStride == (nuint)columns && destinationStride == (nuint)columns)
        {
            Scale(ref source, ref destination, (nuint)rows * (nuint)columns, scale, shift);
            return;
        }

        for (var row = 0; row < rows; row++)
        {
            Scale(
                ref Unsafe.Add(ref source, (nuint)row * sourceStride), ref Unsafe.Add(ref destination, (nuint)row * destinationStride), (nuint)columns, scale, shift);
        }
    }

    /// <summary>Sums each column over the rows: the gradient of a bias.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="stride">From a row to the next.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Elements a row.</param>
    /// <param name="destination">The first of the sums; exactly <paramref name="columns"/> are written.</param>
    /// <param name="accumulate">Whether the sums are added to what stands there.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SumRows(ref float source, nuint stride, int rows, int columns, ref float destination, bool accumulate)
    {
        var first = 0;
        do
        {
            var count = Math.Min(RowsPerSum, rows - first);
            ColumnSums.Run(ref Unsafe.Add(ref source, (nuint)first * stride), stride, count, (nuint)columns, ref destination, accumulate);
            accumulate = true;
            first += RowsPerSum;
        }
        while (first < rows);
    }

    /// <summary>Adds two matrices: sum = a + b.</summary>
    /// <param name="a">The first element of the first matrix.</param>
    /// <param name="aStride">From a row to the next.</param>
    /// <param name="b">The first element of the second matrix.</param>
    /// <param name="bStride">From a row to the next.</param>
    /// <param name="sum">
    /// Where the first sum goes; may be <paramref name="a"/> or <paramref name="b"/> with the same stride, but must not overlap them otherwise.
    /// </param>
    /// <param name="sumStride">From a row to the next.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Elements per row; nothing is read or written beyond them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRows(
        ref float a, nuint aStride, ref float b, nuint bStride, ref float sum, nuint sumStride, int rows, int columns)
    {
        var length = (nuint)columns;
        if (aStride == length && bStride == length && sumStride == length)
        {
            Add(ref a, ref b, ref sum, (nuint)rows * length);
            return;
        }

        for (nuint row = 0; row < (nuint)rows; row++)
        {
            Add(ref Unsafe.Add(ref a, row * aStride), ref Unsafe.Add(ref b, row * bStride), ref Unsafe.Add(ref sum, row * sumStride), length);
        }
    }

    /// <summary>Transposes a matrix.</summary>
    /// <param name="source">The first element of [rows][columns].</param>
    /// <param name="sourceStride">From a row to the next.</param>
    /// <param name="rows">Rows of the source.</param>
    /// <param name="columns">Columns of the source.</param>
    /// <param name="destination">Where the first element of [columns][rows] goes; must not overlap the source.</param>
    /// <param name="destinationStride">From a row to the next.</param>
    public static void Transpose(ref float source, nuint sourceStride, int rows, int columns, ref float destination, nuint destinationStride) =>
        Transposition.Run(ref source, sourceStride, (nuint)rows, (nuint)columns, ref destination, destinationStride);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(ref float source, ref float destination, nuint length)
    {
        // Short rows are the rule, and a call would cost more than the copy.
        if (length > 64)
        {
            MemoryMarshal.CreateReadOnlySpan(ref source, (int)length).CopyTo(MemoryMarshal.CreateSpan(ref destination, (int)length));
            return;
        }

        nuint i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; i + 8 <= length; i += 8)
            {
                Vector256.LoadUnsafe(ref source, i).StoreUnsafe(ref destination, i);
            }
        }

        for (; i + 4 <= length; i += 4)
        {
            Vector128.LoadUnsafe(ref source, i).StoreUnsafe(ref destination, i);
        }

        for (; i < length; i++)
        {
            Unsafe.Add(ref destination, i) = Unsafe.Add(ref source, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ref float a, ref float b, ref float sum, nuint length)
    {
        nuint i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i + 16 <= length; i += 16)
            {
                (Vector512.LoadUnsafe(ref a, i) + Vector512.LoadUnsafe(ref b, i)).StoreUnsafe(ref sum, i);
            }
        }

        if (Vector256.IsHardwareAccelerated)
        {
            for (; i + 8 <= length; i += 8)
            {
                (Vector256.LoadUnsafe(ref a, i) + Vector256.LoadUnsafe(ref b, i)).StoreUnsafe(ref sum, i);
            }
        }

        for (; i + 4 <= length; i += 4)
        {
            (Vector128.LoadUnsafe(ref a, i) + Vector128.LoadUnsafe(ref b, i)).StoreUnsafe(ref sum, i);
        }

        for (; i < length; i++)
        {
            Unsafe.Add(ref sum, i) = Unsafe.Add(ref a, i) + Unsafe.Add(ref b, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(ref float source, ref float destination, nuint length, float scale, float shift)
    {
        nuint i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            var (scale512, shift512) = (Vector512.Create(scale), Vector512.Create(shift));
            for (; i + 16 <= length; i += 16)
            {
                Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source, i), scale512, shift512).StoreUnsafe(ref destination, i);
            }
        }

        if (Vector256.IsHardwareAccelerated)
        {
            var (scale256, shift256) = (Vector256.Create(scale), Vector256.Create(shift));
            for (; i + 8 <= length; i += 8)
            {
                Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref source, i), scale256, shift256).StoreUnsafe(ref destination, i);
            }
        }

        var (scale128, shift128) = (Vector128.Create(scale), Vector128.Create(shift));
        for (; i + 4 <= length; i += 4)
        {
            Vector128.FusedMultiplyAdd(Vector128.LoadUnsafe(ref source, i), scale128, shift128).StoreUnsafe(ref destination, i);
        }

        for (; i < length; i++)
        {
            Unsafe.Add(ref destination, i) = float.FusedMultiplyAdd(Unsafe.Add(ref source, i), scale, shift);
        }
    }
}
