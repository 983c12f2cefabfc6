using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>
/// Transposes matrices in squares of registers: 8 x 8 with AVX, two at a time so that whole cache lines are written, 16 x 4 with AVX-512 where the
/// destination's stride crowds the cache, 4 x 4 elsewhere and at the edges.
/// </summary>
internal static class Transposition
{
    // Columns of the source that are done together: their lines of the destination, of which every square fills a half, stay in the first-level cache until
    // the next eight rows fill the other half.
    private const nuint ColumnsPerStrip = 256;

    // At multiples of this stride (1 KiB) so few lines of the destination find a place in the first-level cache that each had better be stored whole.
    private const nuint CrowdedStride = 256;

    /// <summary>destination[column][row] = source[row][column].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(ref float source, nuint sourceStride, nuint rows, nuint columns, ref float destination, nuint destinationStride)
    {
        for (nuint first = 0; first < columns; first += ColumnsPerStrip)
        {
            Strip(
                ref Unsafe.Add(ref source, first),
                sourceStride,
                rows,
                Math.Min(ColumnsPerStrip, columns - first),
                ref Unsafe.Add(ref destination, first * destinationStride),
                destinationStride);
        }
    }

    /// <summary>One 4 x 4 square.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Square4(ref float source, nuint sourceStride, ref float destination, nuint destinationStride)
    {
        var row0 = Vector128.LoadUnsafe(ref source);
        var row1 = Vector128.LoadUnsafe(ref source, sourceStride);
        var row2 = Vector128.LoadUnsafe(ref source, 2 * sourceStride);
        var row3 = Vector128.LoadUnsafe(ref source, 3 * sourceStride);
        var even0 = InterleaveLow(row0, row2);
        var even1 = InterleaveHigh(row0, row2);
        var odd0 = InterleaveLow(row1, row3);
        var odd1 = InterleaveHigh(row1, row3);
        InterleaveLow(even0, odd0).StoreUnsafe(ref destination);
        InterleaveHigh(even0, odd0).StoreUnsafe(ref destination, destinationStride);
        InterleaveLow(even1, odd1).StoreUnsafe(ref destination, 2 * destinationStride);
        InterleaveHigh(even1, odd1).StoreUnsafe(ref destination, 3 * destinationStride);
    }

    /// <summary>One 8 x 8 square, with AVX.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Square8(ref float source, nuint sourceStride, ref float destination, nuint destinationStride)
    {
        Block8x4(ref source, sourceStride, ref destination, destinationStride);
        Block8x4(ref Unsafe.Add(ref source, 4), sourceStride, ref Unsafe.Add(ref destination, 4 * destinationStride), destinationStride);
    }

    /// <summary>Eight rows of four columns, with AVX. Rows r and r + 4 share a register, so that no shuffle crosses its halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Block8x4(ref float source, nuint sourceStride, ref float destination, nuint destinationStride)
    {
        ref var lower = ref Unsafe.Add(ref source, 4 * sourceStride);
        var row0 = Pair(ref source, ref lower, 0);
        var row1 = Pair(ref source, ref lower, sourceStride);
        var row2 = Pair(ref source, ref lower, 2 * sourceStride);
        var row3 = Pair(ref source, ref lower, 3 * sourceStride);
        var low01 = Avx.UnpackLow(row0, row1).AsDouble();
        var high01 = Avx.UnpackHigh(row0, row1).AsDouble();
        var low23 = Avx.UnpackLow(row2, row3).AsDouble();
        var high23 = Avx.UnpackHigh(row2, row3).AsDouble();
        Avx.UnpackLow(low01, low23).AsSingle().StoreUnsafe(ref destination);
        Avx.UnpackHigh(low01, low23).AsSingle().StoreUnsafe(ref destination, destinationStride);
        Avx.UnpackLow(high01, high23).AsSingle().StoreUnsafe(ref destination, 2 * destinationStride);
        Avx.UnpackHigh(high01, high23).AsSingle().StoreUnsafe(ref destination, 3 * destinationStride);
    }

    /// <summary>a0 b0 a1 b1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> InterleaveLow(Vector128<float> a, Vector128<float> b)
    {
        if (Sse.IsSupported)
        {
            return Sse.UnpackLow(a, b);
        }

        return AdvSimd.Arm64.IsSupported
            ? AdvSimd.Arm64.ZipLow(a, b)
            : Vector128.Create(a.GetElement(0), b.GetElement(0), a.GetElement(1), b.GetElement(1));
    }

    /// <summary>a2 b2 a3 b3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> InterleaveHigh(Vector128<float> a, Vector128<float> b)
    {
        if (Sse.IsSupported)
        {
            return Sse.UnpackHigh(a, b);
        }

        return AdvSimd.Arm64.IsSupported
            ? AdvSimd.Arm64.ZipHigh(a, b)
            : Vector128.Create(a.GetElement(2), b.GetElement(2), a.GetElement(3), b.GetElement(3));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Strip(ref float source, nuint sourceStride, nuint rows, nuint columns, ref float destination, nuint destinationStride)
    {
        nuint row = 0;
        if (Avx.IsSupported)
        {
            // Sixteen rows fill whole lines of the destination, so that no line has to stay in the cache until the next rows come.
            for (; row + 16 <= rows; row += 16)
            {
                nuint column = 0;
                if (Avx512F.IsSupported && (destinationStride % CrowdedStride) == 0)
                {
                    for (; column + 4 <= columns; column += 4)
                    {
                        Block16(
                            ref Unsafe.Add(ref source, (row * sourceStride) + column),
                            sourceStride,
                            ref Unsafe.Add(ref destination, (column * destinationStride) + row),
                            destinationStride);
                    }
                }

                for (; column + 8 <= columns; column += 8)
                {
                    ref var from = ref Unsafe.Add(ref source, (row * sourceStride) + column);
                    ref var to = ref Unsafe.Add(ref destination, (column * destinationStride) + row);
                    Square8(ref from, sourceStride, ref to, destinationStride);
                    Square8(ref Unsafe.Add(ref from, 8 * sourceStride), sourceStride, ref Unsafe.Add(ref to, 8), destinationStride);
                }

                Rest(ref source, sourceStride, row, row + 16, column, columns, ref destination, destinationStride);
            }

            for (; row + 8 <= rows; row += 8)
            {
                nuint column = 0;
                for (; column + 8 <= columns; column += 8)
                {
                    Square8(
                        ref Unsafe.Add(ref source, (row * sourceStride) + column),
                        sourceStride,
                        ref Unsafe.Add(ref destination, (column * destinationStride) + row),
                        destinationStride);
                }

                Rest(ref source, sourceStride, row, row + 8, column, columns, ref destination, destinationStride);
            }
        }

        Rest(ref source, sourceStride, row, rows, 0, columns, ref destination, destinationStride);
    }

    // The rectangle [row, rowEnd) x [firstColumn, columns) in squares of 4, then one by one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rest(
        ref float source, nuint sourceStride, nuint row, nuint rowEnd, nuint firstColumn, nuint columns, ref float destination, nuint destinationStride)
    {
        for (; row + 4 <= rowEnd; row += 4)
        {
            var column = firstColumn;
            for (; column + 4 <= columns; column += 4)
            {
                Square4(
                    ref Unsafe.Add(ref source, (row * sourceStride) + column),
                    sourceStride,
                    ref Unsafe.Add(ref destination, (column * destinationStride) + row),
                    destinationStride);
            }

            for (; column < columns; column++)
            {
                ref var from = ref Unsafe.Add(ref source, (row * sourceStride) + column);
                Vector128.Create(
                    from,
                    Unsafe.Add(ref from, sourceStride),
                    Unsafe.Add(ref from, 2 * sourceStride),
                    Unsafe.Add(ref from, 3 * sourceStride)).StoreUnsafe(ref destination, (column * destinationStride) + row);
            }
        }

        for (; row < rowEnd; row++)
        {
            for (var column = firstColumn; column < columns; column++)
            {
                Unsafe.Add(ref destination, (column * destinationStride) + row) = Unsafe.Add(ref source, (row * sourceStride) + column);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block16(ref float source, nuint stride, ref float destination, nuint destinationStride)
    {
        // Register a holds rows 0, 4, 8, 12, register b rows 1, 5, 9, 13, ...
        var a = Quarters(ref source, stride);
        var b = Quarters(ref Unsafe.Add(ref source, stride), stride);
        var c = Quarters(ref Unsafe.Add(ref source, 2 * stride), stride);
        var d = Quarters(ref Unsafe.Add(ref source, 3 * stride), stride);
        var (ab, abHigh) = (Avx512F.UnpackLow(a, b).AsDouble(), Avx512F.UnpackHigh(a, b).AsDouble());
        var (cd, cdHigh) = (Avx512F.UnpackLow(c, d).AsDouble(), Avx512F.UnpackHigh(c, d).AsDouble());
        Avx512F.UnpackLow(ab, cd).AsSingle().StoreUnsafe(ref destination);
        Avx512F.UnpackHigh(ab, cd).AsSingle().StoreUnsafe(ref destination, destinationStride);
        Avx512F.UnpackLow(abHigh, cdHigh).AsSingle().StoreUnsafe(ref destination, 2 * destinationStride);
        Avx512F.UnpackHigh(abHigh, cdHigh).AsSingle().StoreUnsafe(ref destination, 3 * destinationStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Quarters(ref float source, nuint stride) => Vector512.Create(
        Vector256.Create(Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref source, 4 * stride)),
        Vector256.Create(Vector128.LoadUnsafe(ref source, 8 * stride), Vector128.LoadUnsafe(ref source, 12 * stride)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Pair(ref float upper, ref float lower, nuint offset) =>
        Vector256.Create(Vector128.LoadUnsafe(ref upper, offset), Vector128.LoadUnsafe(ref lower, offset));
}
