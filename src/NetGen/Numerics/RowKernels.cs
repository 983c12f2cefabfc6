using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>What is done to rows of samples besides the matrix products. Strides are floats from one row to the next.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowKernels
{
    /// <summary>destination[r][c] = source[r][c].</summary>
    public static void CopyRows(ref float source, nuint sourceStride, ref float destination, nuint destinationStride, int rows, int columns)
    {
        for (nuint row = 0; row < (nuint)rows; row++)
        {
            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref source, row * sourceStride), columns)
                .CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref destination, row * destinationStride), columns));
        }
    }

    /// <summary>destination[r][c] = source[r][c] * scale + shift; source and destination may be the same.</summary>
    public static void ScaleRows(
        ref float source, nuint sourceStride, ref float destination, nuint destinationStride, int rows, int columns, float scale, float shift)
    {
        for (nuint row = 0; row < (nuint)rows; row++)
        {
            ref var from = ref Unsafe.Add(ref source, row * sourceStride);
            ref var to = ref Unsafe.Add(ref destination, row * destinationStride);
            nuint column = 0;
            var width = (nuint)columns;
            if (Vector512.IsHardwareAccelerated)
            {
                for (; column + 16 <= width; column += 16)
                {
                    Vector512.MultiplyAddEstimate(Vector512.LoadUnsafe(ref from, column), Vector512.Create(scale), Vector512.Create(shift)).StoreUnsafe(ref to, column);
                }
            }

            for (; column + 4 <= width; column += 4)
            {
                Vector128.MultiplyAddEstimate(Vector128.LoadUnsafe(ref from, column), Vector128.Create(scale), Vector128.Create(shift)).StoreUnsafe(ref to, column);
            }

            for (; column < width; column++)
            {
                Unsafe.Add(ref to, column) = Vector128.MultiplyAddEstimate(
                    Vector128.CreateScalar(Unsafe.Add(ref from, column)), Vector128.CreateScalar(scale), Vector128.CreateScalar(shift)).ToScalar();
            }
        }
    }

    /// <summary>destination[c] (+)= the sum over rows of source[r][c]; writes exactly <paramref name="columns"/> values.</summary>
    public static void SumRows(ref float source, nuint stride, int rows, int columns, ref float destination, bool accumulate)
    {
        nuint column = 0;
        var width = (nuint)columns;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; column + 16 <= width; column += 16)
            {
                var sum = Sum512(ref Unsafe.Add(ref source, column), stride, (nuint)rows);
                (accumulate ? sum + Vector512.LoadUnsafe(ref destination, column) : sum).StoreUnsafe(ref destination, column);
            }
        }

        if (Vector256.IsHardwareAccelerated)
        {
            for (; column + 8 <= width; column += 8)
            {
                var sum = Sum256(ref Unsafe.Add(ref source, column), stride, (nuint)rows);
                (accumulate ? sum + Vector256.LoadUnsafe(ref destination, column) : sum).StoreUnsafe(ref destination, column);
            }
        }

        for (; column + 4 <= width; column += 4)
        {
            var sum = Sum128(ref Unsafe.Add(ref source, column), stride, (nuint)rows);
            (accumulate ? sum + Vector128.LoadUnsafe(ref destination, column) : sum).StoreUnsafe(ref destination, column);
        }

        for (; column < width; column++)
        {
            var sum = 0f;
            for (nuint row = 0; row < (nuint)rows; row++)
            {
                sum += Unsafe.Add(ref source, (row * stride) + column);
            }

            Unsafe.Add(ref destination, column) = accumulate ? sum + Unsafe.Add(ref destination, column) : sum;
        }
    }

    /// <summary>destination[c][r] = source[r][c].</summary>
    public static void Transpose(ref float source, nuint sourceStride, int rows, int columns, ref float destination, nuint destinationStride)
    {
        var (height, width) = ((nuint)rows, (nuint)columns);
        nuint row = 0;
        for (; row + 8 <= height; row += 8)
        {
            nuint column = 0;
            for (; column + 8 <= width; column += 8)
            {
                TransposeBlock.Of8(
                    ref Unsafe.Add(ref source, (row * sourceStride) + column), sourceStride, ref Unsafe.Add(ref destination, (column * destinationStride) + row), destinationStride);
            }

            TransposeScalar(ref source, sourceStride, row, row + 8, column, width, ref destination, destinationStride);
        }

        TransposeScalar(ref source, sourceStride, row, height, 0, width, ref destination, destinationStride);
    }

    private static void TransposeScalar(
        ref float source, nuint sourceStride, nuint firstRow, nuint lastRow, nuint firstColumn, nuint lastColumn, ref float destination, nuint destinationStride)
    {
        for (var column = firstColumn; column < lastColumn; column++)
        {
            for (var row = firstRow; row < lastRow; row++)
            {
                Unsafe.Add(ref destination, (column * destinationStride) + row) = Unsafe.Add(ref source, (row * sourceStride) + column);
            }
        }
    }

    // Four sums at a time, so that an addition need not wait for the one before.
    private static Vector512<float> Sum512(ref float source, nuint stride, nuint rows)
    {
        var (s0, s1, s2, s3) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        nuint row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            s0 += Vector512.LoadUnsafe(ref source, row * stride);
            s1 += Vector512.LoadUnsafe(ref source, (row + 1) * stride);
            s2 += Vector512.LoadUnsafe(ref source, (row + 2) * stride);
            s3 += Vector512.LoadUnsafe(ref source, (row + 3) * stride);
        }

        for (; row < rows; row++)
        {
            s0 += Vector512.LoadUnsafe(ref source, row * stride);
        }

        return (s0 + s1) + (s2 + s3);
    }

    private static Vector256<float> Sum256(ref float source, nuint stride, nuint rows)
    {
        var (s0, s1, s2, s3) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        nuint row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            s0 += Vector256.LoadUnsafe(ref source, row * stride);
            s1 += Vector256.LoadUnsafe(ref source, (row + 1) * stride);
            s2 += Vector256.LoadUnsafe(ref source, (row + 2) * stride);
            s3 += Vector256.LoadUnsafe(ref source, (row + 3) * stride);
        }

        for (; row < rows; row++)
        {
            s0 += Vector256.LoadUnsafe(ref source, row * stride);
        }

        return (s0 + s1) + (s2 + s3);
    }

    private static Vector128<float> Sum128(ref float source, nuint stride, nuint rows)
    {
        var (s0, s1) = (Vector128<float>.Zero, Vector128<float>.Zero);
        nuint row = 0;
        for (; row + 2 <= rows; row += 2)
        {
            s0 += Vector128.LoadUnsafe(ref source, row * stride);
            s1 += Vector128.LoadUnsafe(ref source, (row + 1) * stride);
        }

        return row < rows ? s0 + s1 + Vector128.LoadUnsafe(ref source, row * stride) : s0 + s1;
    }
}
