using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Numerics;

namespace NetGen.LayerKernels;

/// <summary>The gradients of batch normalization of the columns of a matrix stored by rows, a pass over whole rows each for the sums and for dx.</summary>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TOp">Its operations.</typeparam>
internal static class NormalizedColumnGradients<TVector, TOp>
    where TVector : struct
    where TOp : struct, IVectorOperations<TVector>
{
    private const int RowsPerSum = 4;

    /// <summary>See <see cref="BatchNormalization.Backward"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(
        ref float x,
        nuint xStride,
        ref float statistics,
        ref float gamma,
        ref float dy,
        nuint dyStride,
        ref float dx,
        nuint dxStride,
        ref float dgamma,
        ref float dbeta,
        nuint rows,
        int columns)
    {
        var tail = new RowTail<TVector, TOp>(columns);
        ref var inverse = ref Unsafe.Add(ref statistics, BatchNormalization.Pad(columns));
        Sums(ref x, xStride, ref statistics, ref dy, dyStride, ref dgamma, ref dbeta, rows, columns);
        var last = tail.Exists ? TOp.Multiply(tail.Load(ref dgamma), tail.Load(ref inverse)) : default;
        for (nuint i = 0; i < tail.Whole; i += TOp.Lanes)
        {
            TOp.Store(TOp.Multiply(TOp.Load(ref dgamma, i), TOp.Load(ref inverse, i)), ref dgamma, i);
        }

        if (tail.Exists)
        {
            tail.Store(last, ref dgamma);
        }

        WriteGradient(ref x, xStride, ref statistics, ref inverse, ref gamma, ref dy, dyStride, ref dx, dxStride, ref dgamma, ref dbeta, rows, columns);
    }

    // dbeta = sum of dy, dgamma = sum of dy (x - mean).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sums(
        ref float x,
        nuint xStride,
        ref float mean,
        ref float dy,
        nuint dyStride,
        ref float dgamma,
        ref float dbeta,
        nuint rows,
        int columns)
    {
        var tail = new RowTail<TVector, TOp>(columns);
        MemoryMarshal.CreateSpan(ref dgamma, columns).Clear();
        MemoryMarshal.CreateSpan(ref dbeta, columns).Clear();
        for (; rows >= RowsPerSum; rows -= RowsPerSum)
        {
            for (nuint i = 0; i < tail.Whole; i += TOp.Lanes)
            {
                ref var values = ref Unsafe.Add(ref x, i);
                ref var gradients = ref Unsafe.Add(ref dy, i);
                var centre = TOp.Load(ref mean, i);
                var (d0, d1) = (TOp.Load(ref gradients), TOp.Load(ref gradients, dyStride));
                var (d2, d3) = (TOp.Load(ref gradients, 2 * dyStride), TOp.Load(ref gradients, 3 * dyStride));
                TOp.Store(TOp.Add(TOp.Load(ref dbeta, i), TOp.Add(TOp.Add(d0, d1), TOp.Add(d2, d3))), ref dbeta, i);
                var product = TOp.Multiply(d0, TOp.Subtract(TOp.Load(ref values), centre));
                product = TOp.MultiplyAddEstimate(d1, TOp.Subtract(TOp.Load(ref values, xStride), centre), product);
                product = TOp.MultiplyAddEstimate(d2, TOp.Subtract(TOp.Load(ref values, 2 * xStride), centre), product);
                product = TOp.MultiplyAddEstimate(d3, TOp.Subtract(TOp.Load(ref values, 3 * xStride), centre), product);
                TOp.Store(TOp.Add(TOp.Load(ref dgamma, i), product), ref dgamma, i);
            }

            for (nuint row = 0; row < RowsPerSum && tail.Exists; row++)
            {
                AddTail(ref Unsafe.Add(ref x, row * xStride), ref mean, ref Unsafe.Add(ref dy, row * dyStride), ref dgamma, ref dbeta, tail);
            }

            x = ref Unsafe.Add(ref x, RowsPerSum * xStride);
            dy = ref Unsafe.Add(ref dy, RowsPerSum * dyStride);
        }

        for (; rows > 0; rows--)
        {
            for (nuint i = 0; i < tail.Whole; i += TOp.Lanes)
            {
                var d = TOp.Load(ref dy, i);
                TOp.Store(TOp.Add(TOp.Load(ref dbeta, i), d), ref dbeta, i);
                TOp.Store(TOp.MultiplyAddEstimate(d, TOp.Subtract(TOp.Load(ref x, i), TOp.Load(ref mean, i)), TOp.Load(ref dgamma, i)), ref dgamma, i);
            }

            if (tail.Exists)
            {
                AddTail(ref x, ref mean, ref dy, ref dgamma, ref dbeta, tail);
            }

            x = ref Unsafe.Add(ref x, xStride);
            dy = ref Unsafe.Add(ref dy, dyStride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTail(ref float x, ref float mean, ref float dy, ref float dgamma, ref float dbeta, in RowTail<TVector, TOp> tail)
    {
        var d = tail.Uncounted(tail.Load(ref dy));
        tail.Store(TOp.Add(tail.Load(ref dbeta), d), ref dbeta);
        var centred = tail.Uncounted(TOp.Subtract(tail.Load(ref x), tail.Load(ref mean)));
        tail.Store(TOp.MultiplyAddEstimate(d, centred, tail.Load(ref dgamma)), ref dgamma);
    }

    // dx = gamma inverse (dy - dbeta / rows - (x - mean) inverse dgamma / rows).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WriteGradient(
        ref float x,
        nuint xStride,
        ref float mean,
        ref float inverse,
        ref float gamma,
        ref float dy,
        nuint dyStride,
        ref float dx,
        nuint dxStride,
        ref float dgamma,
        ref float dbeta,
        nuint rows,
        int columns)
    {
        var tail = new RowTail<TVector, TOp>(columns);
        var share = TOp.Constant(-1f / rows);
        for (; rows > 0; rows--)
        {
            var last = TOp.Zero;
            if (tail.Exists)
            {
                Factors(
                    tail.Load(ref inverse), tail.Load(ref gamma), tail.Load(ref dgamma), tail.Load(ref dbeta), share,
                    out var scale, out var slope, out var shift);
                last = Gradient(tail.Load(ref x), tail.Load(ref mean), tail.Load(ref dy), scale, slope, shift);
            }

            for (nuint i = 0; i < tail.Whole; i += TOp.Lanes)
            {
                Factors(
                    TOp.Load(ref inverse, i), TOp.Load(ref gamma, i), TOp.Load(ref dgamma, i), TOp.Load(ref dbeta, i), share,
                    out var scale, out var slope, out var shift);
                TOp.Store(Gradient(TOp.Load(ref x, i), TOp.Load(ref mean, i), TOp.Load(ref dy, i), scale, slope, shift), ref dx, i);
            }

            if (tail.Exists)
            {
                tail.Store(last, ref dx);
            }

            x = ref Unsafe.Add(ref x, xStride);
            dy = ref Unsafe.Add(ref dy, dyStride);
            dx = ref Unsafe.Add(ref dx, dxStride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Factors(
        TVector inverse, TVector gamma, TVector dgamma, TVector dbeta, TVector share, out TVector scale, out TVector slope, out TVector shift)
    {
        scale = TOp.Multiply(inverse, gamma);
        slope = TOp.Multiply(scale, TOp.Multiply(TOp.Multiply(inverse, share), dgamma));
        shift = TOp.Multiply(scale, TOp.Multiply(share, dbeta));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Gradient(TVector x, TVector mean, TVector dy, TVector scale, TVector slope, TVector shift) =>
        TOp.MultiplyAddEstimate(scale, dy, TOp.MultiplyAddEstimate(slope, TOp.Subtract(x, mean), shift));
}
