using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Numerics;

namespace NetGen.LayerKernels;

/// <summary>Layer and root mean square normalization of rows, in vectors along the row, which must not be longer than the row.</summary>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TOp">Its operations.</typeparam>
/// <typeparam name="TKind">Which normalization; beta and dbeta are not touched where it has no shift.</typeparam>
internal static class NormalizedRows<TVector, TOp, TKind>
    where TVector : struct
    where TOp : struct, IVectorOperations<TVector>
    where TKind : struct, INormalizationKind
{
    /// <summary>See <see cref="LayerNormalization.Forward"/>; no statistics are written where their reference is null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        ref float x, nuint xStride, ref float gamma, ref float beta, ref float y, nuint yStride, ref float statistics, nuint rows, int columns, float epsilon)
    {
        var tail = new RowTail<TVector, TOp>(columns);
        var share = 1f / columns;
        for (; rows > 0; rows--)
        {
            var mean = TKind.IsCentred ? Sum(ref x, tail) * share : 0;
            var inverse = 1 / MathF.Sqrt((SumOfSquares(ref x, mean, tail) * share) + epsilon);
            if (!Unsafe.IsNullRef(ref statistics))
            {
                if (TKind.IsCentred)
                {
                    statistics = mean;
                    statistics = ref Unsafe.Add(ref statistics, 1);
                }

                statistics = inverse;
                statistics = ref Unsafe.Add(ref statistics, 1);
            }

            Write(ref x, ref gamma, ref beta, ref y, mean, inverse, tail);
            x = ref Unsafe.Add(ref x, xStride);
            y = ref Unsafe.Add(ref y, yStride);
        }
    }

    /// <summary>See <see cref="LayerNormalization.Backward"/>.</summary>
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
        int columns,
        bool accumulate)
    {
        if (!accumulate)
        {
            MemoryMarshal.CreateSpan(ref dgamma, columns).Clear();
            if (TKind.IsCentred)
            {
                MemoryMarshal.CreateSpan(ref dbeta, columns).Clear();
            }
        }

        var tail = new RowTail<TVector, TOp>(columns);
        var share = 1f / columns;
        for (; rows > 0; rows--)
        {
            var mean = 0f;
            if (TKind.IsCentred)
            {
                mean = statistics;
                statistics = ref Unsafe.Add(ref statistics, 1);
            }

            var inverse = statistics;
            statistics = ref Unsafe.Add(ref statistics, 1);
            var (sum, product) = Accumulate(ref x, mean, inverse, ref gamma, ref dy, ref dgamma, ref dbeta, tail);
            WriteGradient(
                ref x, mean, ref gamma, ref dy, ref dx, inverse, -inverse * inverse * product * share, -inverse * sum * share, tail);
            x = ref Unsafe.Add(ref x, xStride);
            dy = ref Unsafe.Add(ref dy, dyStride);
            dx = ref Unsafe.Add(ref dx, dxStride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Sum(ref float row, in RowTail<TVector, TOp> tail)
    {
        var (s0, s1, s2, s3) = (TOp.Zero, TOp.Zero, TOp.Zero, TOp.Zero);
        nuint i = 0;
        for (; i + (4 * TOp.Lanes) <= tail.Whole; i += 4 * TOp.Lanes)
        {
            s0 = TOp.Add(s0, TOp.Load(ref row, i));
            s1 = TOp.Add(s1, TOp.Load(ref row, i + TOp.Lanes));
            s2 = TOp.Add(s2, TOp.Load(ref row, i + (2 * TOp.Lanes)));
            s3 = TOp.Add(s3, TOp.Load(ref row, i + (3 * TOp.Lanes)));
        }

        for (; i < tail.Whole; i += TOp.Lanes)
        {
            s0 = TOp.Add(s0, TOp.Load(ref row, i));
        }

        if (tail.Exists)
        {
            s1 = TOp.Add(s1, tail.Uncounted(tail.Load(ref row)));
        }

        return TOp.SumAcross(TOp.Add(TOp.Add(s0, s1), TOp.Add(s2, s3)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float SumOfSquares(ref float row, float mean, in RowTail<TVector, TOp> tail)
    {
        var means = TOp.Constant(mean);
        var (s0, s1, s2, s3) = (TOp.Zero, TOp.Zero, TOp.Zero, TOp.Zero);
        nuint i = 0;
        for (; i + (4 * TOp.Lanes) <= tail.Whole; i += 4 * TOp.Lanes)
        {
            s0 = AddSquare(s0, Centre(TOp.Load(ref row, i), means));
            s1 = AddSquare(s1, Centre(TOp.Load(ref row, i + TOp.Lanes), means));
            s2 = AddSquare(s2, Centre(TOp.Load(ref row, i + (2 * TOp.Lanes)), means));
            s3 = AddSquare(s3, Centre(TOp.Load(ref row, i + (3 * TOp.Lanes)), means));
        }

        for (; i < tail.Whole; i += TOp.Lanes)
        {
            s0 = AddSquare(s0, Centre(TOp.Load(ref row, i), means));
        }

        if (tail.Exists)
        {
            s1 = AddSquare(s1, tail.Uncounted(Centre(tail.Load(ref row), means)));
        }

        return TOp.SumAcross(TOp.Add(TOp.Add(s0, s1), TOp.Add(s2, s3)));
    }

    // The row's last vector is computed before y, which may be x, is written.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(ref float x, ref float gamma, ref float beta, ref float y, float mean, float inverse, in RowTail<TVector, TOp> tail)
    {
        var (means, inverses) = (TOp.Constant(mean), TOp.Constant(inverse));
        var last = tail.Exists
            ? Output(tail.Load(ref x), means, inverses, tail.Load(ref gamma), TKind.IsCentred ? tail.Load(ref beta) : default)
            : default;
        for (nuint i = 0; i < tail.Whole; i += TOp.Lanes)
        {
            var shift = TKind.IsCentred ? TOp.Load(ref beta, i) : default;
            TOp.Store(Output(TOp.Load(ref x, i), means, inverses, TOp.Load(ref gamma, i), shift), ref y, i);
        }

        if (tail.Exists)
        {
            tail.Store(last, ref y);
        }
    }

    // dgamma += dy xhat and dbeta += dy; returns the sums over the row of dy gamma and of dy gamma xhat.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (float Sum, float Product) Accumulate(
        ref float x, float mean, float inverse, ref float gamma, ref float dy, ref float dgamma, ref float dbeta, in RowTail<TVector, TOp> tail)
    {
        var (means, inverses) = (TOp.Constant(mean), TOp.Constant(inverse));
        var (sum, product) = (TOp.Zero, TOp.Zero);
        for (nuint i = 0; i < tail.Whole; i += TOp.Lanes)
        {
            var d = TOp.Load(ref dy, i);
            var scaled = TOp.Multiply(d, TOp.Multiply(Centre(TOp.Load(ref x, i), means), inverses));
            var scale = TOp.Load(ref gamma, i);
            product = TOp.MultiplyAddEstimate(scale, scaled, product);
            TOp.Store(TOp.Add(TOp.Load(ref dgamma, i), scaled), ref dgamma, i);
            if (TKind.IsCentred)
            {
                sum = TOp.MultiplyAddEstimate(scale, d, sum);
                TOp.Store(TOp.Add(TOp.Load(ref dbeta, i), d), ref dbeta, i);
            }
        }

        if (tail.Exists)
        {
            var d = tail.Uncounted(tail.Load(ref dy));
            var scaled = TOp.Multiply(d, TOp.Multiply(tail.Uncounted(Centre(tail.Load(ref x), means)), inverses));
            var scale = tail.Load(ref gamma);
            product = TOp.MultiplyAddEstimate(scale, scaled, product);
            tail.Store(TOp.Add(tail.Load(ref dgamma), scaled), ref dgamma);
            if (TKind.IsCentred)
            {
                sum = TOp.MultiplyAddEstimate(scale, d, sum);
                tail.Store(TOp.Add(tail.Load(ref dbeta), d), ref dbeta);
            }
        }

        return (TKind.IsCentred ? TOp.SumAcross(sum) : 0, TOp.SumAcross(product));
    }

    // dx = a dy gamma + b (x - mean) + c. The row's last vector is computed before dx, which may be dy or x, is written.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteGradient(
        ref float x, float mean, ref float gamma, ref float dy, ref float dx, float a, float b, float c, in RowTail<TVector, TOp> tail)
    {
        var (means, factor, slope, shift) = (TOp.Constant(mean), TOp.Constant(a), TOp.Constant(b), TOp.Constant(c));
        var last = tail.Exists
            ? Gradient(Centre(tail.Load(ref x), means), TOp.Multiply(tail.Load(ref dy), tail.Load(ref gamma)), factor, slope, shift)
            : default;
        for (nuint i = 0; i < tail.Whole; i += TOp.Lanes)
        {
            var g = TOp.Multiply(TOp.Load(ref dy, i), TOp.Load(ref gamma, i));
            TOp.Store(Gradient(Centre(TOp.Load(ref x, i), means), g, factor, slope, shift), ref dx, i);
        }

        if (tail.Exists)
        {
            tail.Store(last, ref dx);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Centre(TVector x, TVector mean) => TKind.IsCentred ? TOp.Subtract(x, mean) : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AddSquare(TVector sum, TVector value) => TOp.MultiplyAddEstimate(value, value, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Output(TVector x, TVector mean, TVector inverse, TVector gamma, TVector beta)
    {
        var normalized = TOp.Multiply(Centre(x, mean), inverse);
        return TKind.IsCentred ? TOp.MultiplyAddEstimate(normalized, gamma, beta) : TOp.Multiply(normalized, gamma);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Gradient(TVector centred, TVector g, TVector a, TVector b, TVector c)
    {
        var rest = TKind.IsCentred ? TOp.MultiplyAddEstimate(b, centred, c) : TOp.Multiply(b, centred);
        return TOp.MultiplyAddEstimate(a, g, rest);
    }
}
