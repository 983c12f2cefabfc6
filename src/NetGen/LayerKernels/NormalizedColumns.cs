using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Numerics;

namespace NetGen.LayerKernels;

/// <summary>
/// Batch normalization of the columns of a matrix stored by rows. Every pass takes whole rows: the memory is read in order, and no stride makes rows share
/// cache lines. The passes are methods of their own, as the JIT keeps more of each loop in registers then.
/// </summary>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TOp">Its operations.</typeparam>
internal static class NormalizedColumns<TVector, TOp>
    where TVector : struct
    where TOp : struct, IVectorOperations<TVector>
{
    private const int RowsPerSum = 8;

    /// <summary>See <see cref="BatchNormalization.Forward"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        ref float x,
        nuint xStride,
        ref float gamma,
        ref float beta,
        ref float y,
        nuint yStride,
        ref float statistics,
        ref float batch,
        nuint rows,
        int columns,
        float epsilon)
    {
        var tail = new RowTail<TVector, TOp>(columns);
        ref var inverse = ref Unsafe.Add(ref statistics, BatchNormalization.Pad(columns));
        Moments(ref x, xStride, ref statistics, ref inverse, rows, columns);
        Finish(ref x, ref statistics, ref inverse, ref batch, rows, columns, epsilon, tail);
        Write(ref x, xStride, ref statistics, ref inverse, ref gamma, ref beta, ref y, yStride, rows, columns);
    }

    /// <summary>See <see cref="BatchNormalization.Predict"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Predict(ref float x, nuint xStride, ref float scale, ref float shift, ref float y, nuint yStride, nuint rows, int columns)
    {
        var tail = new RowTail<TVector, TOp>(columns);
        for (; rows > 0; rows--)
        {
            var last = tail.Exists ? TOp.MultiplyAddEstimate(tail.Load(ref x), tail.Load(ref scale), tail.Load(ref shift)) : default;
            for (nuint i = 0; i < tail.Whole; i += TOp.Lanes)
            {
                TOp.Store(TOp.MultiplyAddEstimate(TOp.Load(ref x, i), TOp.Load(ref scale, i), TOp.Load(ref shift, i)), ref y, i);
            }

            if (tail.Exists)
            {
                tail.Store(last, ref y);
            }

            x = ref Unsafe.Add(ref x, xStride);
            y = ref Unsafe.Add(ref y, yStride);
        }
    }

    // The mean of each column less its first value, and the sum of the squared distances from the mean. Both are formed for eight rows, then merged into those
    // of the rows before (Chan, Golub and LeVeque, 1983): one pass over the memory, with the precision of two. Less the first value, as the means of values far
    // from 0 would be rounded by more than they differ.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Moments(ref float x, nuint stride, ref float mean, ref float squares, nuint rows, int columns)
    {
        var tail = new RowTail<TVector, TOp>(columns);
        MemoryMarshal.CreateSpan(ref mean, columns).Clear();
        MemoryMarshal.CreateSpan(ref squares, columns).Clear();
        ref var origin = ref x;
        nuint before = 0;
        for (; before + RowsPerSum <= rows; before += RowsPerSum)
        {
            var total = (float)(before + RowsPerSum);
            var (share, weight) = (TOp.Constant(RowsPerSum / total), TOp.Constant(before * (RowsPerSum / total)));
            for (nuint i = 0; i < tail.Whole; i += TOp.Lanes)
            {
                ref var column = ref Unsafe.Add(ref x, i);
                MeanOfEight(
                    TOp.Load(ref origin, i),
                    TOp.Load(ref column),
                    TOp.Load(ref column, stride),
                    TOp.Load(ref column, 2 * stride),
                    TOp.Load(ref column, 3 * stride),
                    TOp.Load(ref column, 4 * stride),
                    TOp.Load(ref column, 5 * stride),
                    TOp.Load(ref column, 6 * stride),
                    TOp.Load(ref column, 7 * stride),
                    out var centre,
                    out var spread);
                var delta = TOp.Subtract(centre, TOp.Load(ref mean, i));
                TOp.Store(TOp.MultiplyAddEstimate(delta, share, TOp.Load(ref mean, i)), ref mean, i);
                TOp.Store(TOp.Add(TOp.Load(ref squares, i), TOp.MultiplyAddEstimate(TOp.Multiply(delta, weight), delta, spread)), ref squares, i);
            }

            if (tail.Exists)
            {
                MeanOfEight(
                    tail.Load(ref origin),
                    tail.Load(ref x),
                    tail.Load(ref Unsafe.Add(ref x, stride)),
                    tail.Load(ref Unsafe.Add(ref x, 2 * stride)),
                    tail.Load(ref Unsafe.Add(ref x, 3 * stride)),
                    tail.Load(ref Unsafe.Add(ref x, 4 * stride)),
                    tail.Load(ref Unsafe.Add(ref x, 5 * stride)),
                    tail.Load(ref Unsafe.Add(ref x, 6 * stride)),
                    tail.Load(ref Unsafe.Add(ref x, 7 * stride)),
                    out var centre,
                    out var spread);
                MergeTail(centre, spread, share, weight, ref mean, ref squares, tail);
            }

            x = ref Unsafe.Add(ref x, RowsPerSum * stride);
        }

        for (; before < rows; before++)
        {
            var total = (float)(before + 1);
            var (share, weight) = (TOp.Constant(1 / total), TOp.Constant(before / total));
            for (nuint i = 0; i < tail.Whole; i += TOp.Lanes)
            {
                var delta = TOp.Subtract(TOp.Subtract(TOp.Load(ref x, i), TOp.Load(ref origin, i)), TOp.Load(ref mean, i));
                TOp.Store(TOp.MultiplyAddEstimate(delta, share, TOp.Load(ref mean, i)), ref mean, i);
                TOp.Store(TOp.MultiplyAddEstimate(TOp.Multiply(delta, weight), delta, TOp.Load(ref squares, i)), ref squares, i);
            }

            if (tail.Exists)
            {
                MergeTail(TOp.Subtract(tail.Load(ref x), tail.Load(ref origin)), TOp.Zero, share, weight, ref mean, ref squares, tail);
            }

            x = ref Unsafe.Add(ref x, stride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MeanOfEight(
        TVector origin,
        TVector x0,
        TVector x1,
        TVector x2,
        TVector x3,
        TVector x4,
        TVector x5,
        TVector x6,
        TVector x7,
        out TVector mean,
        out TVector squares)
    {
        (x0, x1) = (TOp.Subtract(x0, origin), TOp.Subtract(x1, origin));
        (x2, x3) = (TOp.Subtract(x2, origin), TOp.Subtract(x3, origin));
        (x4, x5) = (TOp.Subtract(x4, origin), TOp.Subtract(x5, origin));
        (x6, x7) = (TOp.Subtract(x6, origin), TOp.Subtract(x7, origin));
        var sum = TOp.Add(TOp.Add(TOp.Add(x0, x1), TOp.Add(x2, x3)), TOp.Add(TOp.Add(x4, x5), TOp.Add(x6, x7)));
        mean = TOp.Multiply(sum, TOp.Constant(1f / RowsPerSum));
        var (d0, d1) = (TOp.Subtract(x0, mean), TOp.Subtract(x1, mean));
        var (s0, s1) = (TOp.Multiply(d0, d0), TOp.Multiply(d1, d1));
        s0 = AddSquare(s0, TOp.Subtract(x2, mean));
        s1 = AddSquare(s1, TOp.Subtract(x3, mean));
        s0 = AddSquare(s0, TOp.Subtract(x4, mean));
        s1 = AddSquare(s1, TOp.Subtract(x5, mean));
        s0 = AddSquare(s0, TOp.Subtract(x6, mean));
        s1 = AddSquare(s1, TOp.Subtract(x7, mean));
        squares = TOp.Add(s0, s1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MergeTail(
        TVector centre, TVector spread, TVector share, TVector weight, ref float mean, ref float squares, in RowTail<TVector, TOp> tail)
    {
        var delta = tail.Uncounted(TOp.Subtract(centre, tail.Load(ref mean)));
        tail.Store(TOp.MultiplyAddEstimate(delta, share, tail.Load(ref mean)), ref mean);
        var added = TOp.MultiplyAddEstimate(TOp.Multiply(delta, weight), delta, tail.Uncounted(spread));
        tail.Store(TOp.Add(tail.Load(ref squares), added), ref squares);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AddSquare(TVector sum, TVector value) => TOp.MultiplyAddEstimate(value, value, sum);

    // The first value is added to the mean, and squares become 1 / sqrt(variance + epsilon); the batch's mean and unbiased variance are written beside.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(
        ref float origin, ref float mean, ref float squares, ref float batch, nuint rows, int columns, float epsilon, in RowTail<TVector, TOp> tail)
    {
        ref var variance = ref Unsafe.Add(ref batch, (nuint)columns);
        var (count, unbiased) = (TOp.Constant(rows), TOp.Constant(rows - 1f));
        var (lastMean, lastSquares) = tail.Exists ? (TOp.Add(tail.Load(ref origin), tail.Load(ref mean)), tail.Load(ref squares)) : default;
        for (nuint i = 0; i < tail.Whole; i += TOp.Lanes)
        {
            var centre = TOp.Add(TOp.Load(ref origin, i), TOp.Load(ref mean, i));
            TOp.Store(centre, ref mean, i);
            TOp.Store(centre, ref batch, i);
            TOp.Store(TOp.Divide(TOp.Load(ref squares, i), unbiased), ref variance, i);
            TOp.Store(Inverse(TOp.Load(ref squares, i), count, epsilon), ref squares, i);
        }

        if (tail.Exists)
        {
            tail.Store(lastMean, ref mean);
            tail.Store(lastMean, ref batch);
            tail.Store(TOp.Divide(lastSquares, unbiased), ref variance);
            tail.Store(Inverse(lastSquares, count, epsilon), ref squares);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Inverse(TVector squares, TVector count, float epsilon) =>
        TOp.Divide(TOp.Constant(1), TOp.Sqrt(TOp.Add(TOp.Divide(squares, count), TOp.Constant(epsilon))));

    // y = (x - mean) (gamma inverse) + beta.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Write(
        ref float x,
        nuint xStride,
        ref float mean,
        ref float inverse,
        ref float gamma,
        ref float beta,
        ref float y,
        nuint yStride,
        nuint rows,
        int columns)
    {
        var tail = new RowTail<TVector, TOp>(columns);
        for (; rows > 0; rows--)
        {
            var last = tail.Exists
                ? Output(tail.Load(ref x), tail.Load(ref mean), tail.Load(ref inverse), tail.Load(ref gamma), tail.Load(ref beta))
                : default;
            for (nuint i = 0; i < tail.Whole; i += TOp.Lanes)
            {
                TOp.Store(
                    Output(TOp.Load(ref x, i), TOp.Load(ref mean, i), TOp.Load(ref inverse, i), TOp.Load(ref gamma, i), TOp.Load(ref beta, i)), ref y, i);
            }

            if (tail.Exists)
            {
                tail.Store(last, ref y);
            }

            x = ref Unsafe.Add(ref x, xStride);
            y = ref Unsafe.Add(ref y, yStride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Output(TVector x, TVector mean, TVector inverse, TVector gamma, TVector beta) =>
        TOp.MultiplyAddEstimate(TOp.Subtract(x, mean), TOp.Multiply(inverse, gamma), beta);
}
