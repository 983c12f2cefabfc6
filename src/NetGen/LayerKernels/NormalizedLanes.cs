using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Numerics;

namespace NetGen.LayerKernels;

/// <summary>Layer and root mean square normalization where a lane is a sample: sums run over the elements, and no lane meets another.</summary>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TOp">Its operations.</typeparam>
/// <typeparam name="TKind">Which normalization; beta and dbeta are not touched where it has no shift.</typeparam>
internal static class NormalizedLanes<TVector, TOp, TKind>
    where TVector : struct
    where TOp : struct, IVectorOperations<TVector>
    where TKind : struct, INormalizationKind
{
    /// <summary>See <see cref="LayerNormalization.ForwardLanes"/>; no statistics are written where their reference is null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        ref float x, ref float gamma, ref float beta, ref float y, ref float statistics, nuint groups, int columns, float epsilon)
    {
        var length = (nuint)columns * TOp.Lanes;
        var count = TOp.Constant(columns);
        for (; groups > 0; groups--)
        {
            var mean = TKind.IsCentred ? TOp.Divide(Sum(ref x, length), count) : default;
            var variance = TOp.Divide(SumOfSquares(ref x, mean, length), count);
            var inverse = TOp.Divide(TOp.Constant(1), TOp.Sqrt(TOp.Add(variance, TOp.Constant(epsilon))));
            if (!Unsafe.IsNullRef(ref statistics))
            {
                if (TKind.IsCentred)
                {
                    TOp.Store(mean, ref statistics);
                    statistics = ref Unsafe.Add(ref statistics, TOp.Lanes);
                }

                TOp.Store(inverse, ref statistics);
                statistics = ref Unsafe.Add(ref statistics, TOp.Lanes);
            }

            nuint column = 0;
            for (nuint i = 0; i < length; i += TOp.Lanes)
            {
                var scale = TOp.Multiply(inverse, TOp.Broadcast(ref gamma, column));
                var centred = Centre(TOp.Load(ref x, i), mean);
                TOp.Store(
                    TKind.IsCentred ? TOp.MultiplyAddEstimate(centred, scale, TOp.Broadcast(ref beta, column)) : TOp.Multiply(centred, scale), ref y, i);
                column++;
            }

            x = ref Unsafe.Add(ref x, length);
            y = ref Unsafe.Add(ref y, length);
        }
    }

    /// <summary>See <see cref="LayerNormalization.BackwardLanes"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(
        ref float x,
        ref float statistics,
        ref float gamma,
        ref float dy,
        ref float dx,
        ref float dgammaLanes,
        ref float dbetaLanes,
        nuint groups,
        nuint samples,
        int columns,
        bool accumulate)
    {
        var length = (nuint)columns * TOp.Lanes;
        if (!accumulate)
        {
            MemoryMarshal.CreateSpan(ref dgammaLanes, (int)length).Clear();
            if (TKind.IsCentred)
            {
                MemoryMarshal.CreateSpan(ref dbetaLanes, (int)length).Clear();
            }
        }

        for (; groups > 0; groups--)
        {
            // Lanes without a sample may hold anything: they add nothing, and their gradient is 0.
            var absent = AbsentLanes.Mask<TVector, TOp>(samples);
            samples -= TOp.Lanes;
            var mean = default(TVector);
            if (TKind.IsCentred)
            {
                mean = TOp.Load(ref statistics);
                statistics = ref Unsafe.Add(ref statistics, TOp.Lanes);
            }

            var inverse = TOp.Load(ref statistics);
            statistics = ref Unsafe.Add(ref statistics, TOp.Lanes);
            var (sum, product) = (TOp.Zero, TOp.Zero);
            nuint column = 0;
            for (nuint i = 0; i < length; i += TOp.Lanes)
            {
                var scale = TOp.Broadcast(ref gamma, column);
                var d = TOp.ZeroWhere(absent, TOp.Load(ref dy, i));
                var normalized = TOp.ZeroWhere(absent, TOp.Multiply(Centre(TOp.Load(ref x, i), mean), inverse));
                var scaled = TOp.Multiply(d, normalized);
                product = TOp.MultiplyAddEstimate(scale, scaled, product);
                TOp.Store(TOp.Add(TOp.Load(ref dgammaLanes, i), scaled), ref dgammaLanes, i);
                if (TKind.IsCentred)
                {
                    sum = TOp.MultiplyAddEstimate(scale, d, sum);
                    TOp.Store(TOp.Add(TOp.Load(ref dbetaLanes, i), d), ref dbetaLanes, i);
                }

                column++;
            }

            // dx = inverse (dy gamma - mean of dy gamma - xhat times the mean of dy gamma xhat).
            var minusInverse = TOp.Divide(inverse, TOp.Constant(-columns));
            var shift = TOp.Multiply(minusInverse, sum);
            var slope = TOp.Multiply(TOp.Multiply(minusInverse, inverse), product);
            column = 0;
            for (nuint i = 0; i < length; i += TOp.Lanes)
            {
                var centred = Centre(TOp.Load(ref x, i), mean);
                var rest = TKind.IsCentred ? TOp.MultiplyAddEstimate(slope, centred, shift) : TOp.Multiply(slope, centred);
                var scale = TOp.Multiply(inverse, TOp.Broadcast(ref gamma, column));
                TOp.Store(TOp.ZeroWhere(absent, TOp.MultiplyAddEstimate(scale, TOp.Load(ref dy, i), rest)), ref dx, i);
                column++;
            }

            x = ref Unsafe.Add(ref x, length);
            dy = ref Unsafe.Add(ref dy, length);
            dx = ref Unsafe.Add(ref dx, length);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Sum(ref float x, nuint length)
    {
        var (s0, s1, s2, s3) = (TOp.Zero, TOp.Zero, TOp.Zero, TOp.Zero);
        nuint i = 0;
        for (; i + (4 * TOp.Lanes) <= length; i += 4 * TOp.Lanes)
        {
            s0 = TOp.Add(s0, TOp.Load(ref x, i));
            s1 = TOp.Add(s1, TOp.Load(ref x, i + TOp.Lanes));
            s2 = TOp.Add(s2, TOp.Load(ref x, i + (2 * TOp.Lanes)));
            s3 = TOp.Add(s3, TOp.Load(ref x, i + (3 * TOp.Lanes)));
        }

        for (; i < length; i += TOp.Lanes)
        {
            s0 = TOp.Add(s0, TOp.Load(ref x, i));
        }

        return TOp.Add(TOp.Add(s0, s1), TOp.Add(s2, s3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SumOfSquares(ref float x, TVector mean, nuint length)
    {
        var (s0, s1, s2, s3) = (TOp.Zero, TOp.Zero, TOp.Zero, TOp.Zero);
        nuint i = 0;
        for (; i + (4 * TOp.Lanes) <= length; i += 4 * TOp.Lanes)
        {
            s0 = AddSquare(s0, Centre(TOp.Load(ref x, i), mean));
            s1 = AddSquare(s1, Centre(TOp.Load(ref x, i + TOp.Lanes), mean));
            s2 = AddSquare(s2, Centre(TOp.Load(ref x, i + (2 * TOp.Lanes)), mean));
            s3 = AddSquare(s3, Centre(TOp.Load(ref x, i + (3 * TOp.Lanes)), mean));
        }

        for (; i < length; i += TOp.Lanes)
        {
            s0 = AddSquare(s0, Centre(TOp.Load(ref x, i), mean));
        }

        return TOp.Add(TOp.Add(s0, s1), TOp.Add(s2, s3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Centre(TVector x, TVector mean) => TKind.IsCentred ? TOp.Subtract(x, mean) : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AddSquare(TVector sum, TVector value) => TOp.MultiplyAddEstimate(value, value, sum);
}
