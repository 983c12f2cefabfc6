using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>
/// Moves between samples stored by rows and the layout in which a lane is a sample: value c of sample s lies at c * L + s, where L is the number of lanes:
/// 16, 8 or 4.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneKernels
{
    /// <summary>Samples into lanes.</summary>
    /// <param name="rows">The first value of the first sample; samples follow each other without a gap.</param>
    /// <param name="samples">Samples, at least 1.</param>
    /// <param name="columns">Values a sample; nothing is read beyond them.</param>
    /// <param name="destination">[groups][columns][lanes], all of it written; lanes without a sample get 0. Must not overlap the rows.</param>
    /// <param name="lanes">16, 8 or 4.</param>
    public static void Gather(ref float rows, int samples, int columns, ref float destination, int lanes)
    {
        var groups = 0;
        if (Avx.IsSupported && (lanes == 8 || (lanes == 16 && columns < 16)))
        {
            groups = samples / lanes;
            if (lanes == 16)
            {
                GatherEights<Vector512<float>, VectorOperations512>(ref rows, groups, (nuint)columns, ref destination);
            }
            else
            {
                GatherEights<Vector256<float>, VectorOperations256>(ref rows, groups, (nuint)columns, ref destination);
            }

            rows = ref Unsafe.Add(ref rows, (nint)groups * lanes * columns);
            destination = ref Unsafe.Add(ref destination, (nint)groups * columns * lanes);
        }

        for (var rest = samples - (groups * lanes); rest > 0; rest -= lanes)
        {
            if (rest < lanes)
            {
                MemoryMarshal.CreateSpan(ref destination, columns * lanes).Clear();
            }

            Transposition.Run(ref rows, (nuint)columns, (nuint)Math.Min(rest, lanes), (nuint)columns, ref destination, (nuint)lanes);
            rows = ref Unsafe.Add(ref rows, (nint)lanes * columns);
            destination = ref Unsafe.Add(ref destination, (nint)columns * lanes);
        }
    }

    /// <summary>
    /// Sets lanes without a sample to zero: what passed through them may be infinite where no sample's value is, and infinity times a gradient of zero would
    /// be no number in a sum over all lanes.
    /// </summary>
    /// <param name="values">[groups][columns][lanes].</param>
    /// <param name="lanes">16, 8 or 4.</param>
    /// <param name="samples">Samples there are.</param>
    /// <param name="columns">Values a sample.</param>
    public static void ClearAbsent(ref float values, int lanes, nuint samples, int columns)
    {
        var count = (int)(samples % (nuint)lanes);
        if (count == 0)
        {
            return;
        }

        ref var last = ref Unsafe.Add(ref values, (samples - (nuint)count) * (nuint)columns);
        for (var column = 0; column < columns; column++)
        {
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref last, (column * lanes) + count), lanes - count).Clear();
        }
    }

    /// <summary>Lanes back into samples.</summary>
    /// <param name="source">[groups][columns][lanes].</param>
    /// <param name="lanes">16, 8 or 4.</param>
    /// <param name="rows">Where the first value of the first sample goes; samples follow each other without a gap. Must not overlap the source.</param>
    /// <param name="samples">Samples to write.</param>
    /// <param name="columns">Values a sample.</param>
    public static void Scatter(ref float source, int lanes, ref float rows, int samples, int columns)
    {
        for (var rest = samples; rest > 0; rest -= lanes)
        {
            Transposition.Run(ref source, (nuint)lanes, (nuint)columns, (nuint)Math.Min(rest, lanes), ref rows, (nuint)columns);
            rows = ref Unsafe.Add(ref rows, (nint)lanes * columns);
            source = ref Unsafe.Add(ref source, (nint)columns * lanes);
        }
    }

    /// <summary>Adds up the lanes of each accumulator: halves are added until four lanes remain, then (0 + 2) + (1 + 3), on every machine.</summary>
    /// <param name="accumulators">[count][lanes].</param>
    /// <param name="lanes">16, 8 or 4.</param>
    /// <param name="count">Accumulators.</param>
    /// <param name="destination">The first sum; exactly <paramref name="count"/> are written.</param>
    /// <param name="accumulate">Whether the sums are added to what stands there.</param>
    public static void Reduce(ref float accumulators, int lanes, int count, ref float destination, bool accumulate)
    {
        switch (lanes)
        {
            case 16:
                Reduce<Vector512<float>, VectorOperations512>(ref accumulators, (nuint)count, ref destination, accumulate);
                break;
            case 8:
                Reduce<Vector256<float>, VectorOperations256>(ref accumulators, (nuint)count, ref destination, accumulate);
                break;
            default:
                Reduce<Vector128<float>, VectorOperations128>(ref accumulators, (nuint)count, ref destination, accumulate);
                break;
        }
    }

    /// <summary>A mask whose first lanes are all ones and the others zero.</summary>
    /// <param name="count">Lanes that are set, from 0 to 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Mask512(int count) => Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).AsSingle();

    /// <summary>A mask whose first lanes are all ones and the others zero.</summary>
    /// <param name="count">Lanes that are set, from 0 to 8.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Mask256(int count) => Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).AsSingle();

    /// <summary>A mask whose first lanes are all ones and the others zero.</summary>
    /// <param name="count">Lanes that are set, from 0 to 4.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Mask128(int count) => Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(count)).AsSingle();

    // Whole groups of samples, all of them in one loop: a call a group took longer than the moves of a narrow one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void GatherEights<TVector, TOp>(ref float rows, int groups, nuint columns, ref float destination)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        for (; groups > 0; groups--)
        {
            GatherEight(ref rows, columns, ref destination, TOp.Lanes);
            if (TOp.Lanes == 16)
            {
                GatherEight(ref Unsafe.Add(ref rows, 8 * columns), columns, ref Unsafe.Add(ref destination, 8), TOp.Lanes);
            }

            rows = ref Unsafe.Add(ref rows, TOp.Lanes * columns);
            destination = ref Unsafe.Add(ref destination, TOp.Lanes * columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void GatherEight(ref float rows, nuint columns, ref float destination, nuint lanes)
    {
        nuint column = 0;
        for (; column + 8 <= columns; column += 8)
        {
            Transposition.Square8(ref Unsafe.Add(ref rows, column), columns, ref Unsafe.Add(ref destination, column * lanes), lanes);
        }

        if (column + 4 <= columns)
        {
            Transposition.Block8x4(ref Unsafe.Add(ref rows, column), columns, ref Unsafe.Add(ref destination, column * lanes), lanes);
            column += 4;
        }

        for (; column < columns; column++)
        {
            ref var from = ref Unsafe.Add(ref rows, column);
            Vector256.Create(
                from,
                Unsafe.Add(ref from, columns),
                Unsafe.Add(ref from, 2 * columns),
                Unsafe.Add(ref from, 3 * columns),
                Unsafe.Add(ref from, 4 * columns),
                Unsafe.Add(ref from, 5 * columns),
                Unsafe.Add(ref from, 6 * columns),
                Unsafe.Add(ref from, 7 * columns)).StoreUnsafe(ref destination, column * lanes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Reduce<TVector, TOp>(ref float accumulators, nuint count, ref float destination, bool accumulate)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        nuint i = 0;
        if (Avx.IsSupported)
        {
            for (; i + 8 <= count; i += 8)
            {
                ref var first = ref Unsafe.Add(ref accumulators, i * TOp.Lanes);
                var pair0 = Pair<TVector, TOp>(ref first, 0);
                var pair1 = Pair<TVector, TOp>(ref first, 1);
                var pair2 = Pair<TVector, TOp>(ref first, 2);
                var pair3 = Pair<TVector, TOp>(ref first, 3);
                var half01 = Avx.UnpackLow(pair0, pair1) + Avx.UnpackHigh(pair0, pair1);
                var half23 = Avx.UnpackLow(pair2, pair3) + Avx.UnpackHigh(pair2, pair3);
                var sums = Avx.Shuffle(half01, half23, 0b01_00_01_00) + Avx.Shuffle(half01, half23, 0b11_10_11_10);
                (accumulate ? sums + Vector256.LoadUnsafe(ref destination, i) : sums).StoreUnsafe(ref destination, i);
            }
        }

        for (; i + 4 <= count; i += 4)
        {
            ref var first = ref Unsafe.Add(ref accumulators, i * TOp.Lanes);
            var a0 = TOp.SumToFour(ref first, 0);
            var a1 = TOp.SumToFour(ref first, TOp.Lanes);
            var a2 = TOp.SumToFour(ref first, 2 * TOp.Lanes);
            var a3 = TOp.SumToFour(ref first, 3 * TOp.Lanes);
            var half02 = Transposition.InterleaveLow(a0, a2) + Transposition.InterleaveHigh(a0, a2);
            var half13 = Transposition.InterleaveLow(a1, a3) + Transposition.InterleaveHigh(a1, a3);
            var sums = Transposition.InterleaveLow(half02, half13) + Transposition.InterleaveHigh(half02, half13);
            (accumulate ? sums + Vector128.LoadUnsafe(ref destination, i) : sums).StoreUnsafe(ref destination, i);
        }

        for (; i < count; i++)
        {
            var four = TOp.SumToFour(ref accumulators, i * TOp.Lanes);
            var sum = (four.GetElement(0) + four.GetElement(2)) + (four.GetElement(1) + four.GetElement(3));
            Unsafe.Add(ref destination, i) = accumulate ? sum + Unsafe.Add(ref destination, i) : sum;
        }
    }

    // Accumulators k and k + 4, four lanes each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Pair<TVector, TOp>(ref float first, nuint k)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector> =>
        Vector256.Create(TOp.SumToFour(ref first, k * TOp.Lanes), TOp.SumToFour(ref first, (k + 4) * TOp.Lanes));
}
