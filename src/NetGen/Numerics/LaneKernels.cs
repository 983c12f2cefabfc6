using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>
/// Between rows and lanes: where a lane is a sample, value c of sample s lies at c * lanes + s.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LaneKernels
{
    /// <summary>Rows to lanes. Lanes without a sample get zeros.</summary>
    /// <param name="rows">The first row.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    /// <param name="count">Rows there are, 1 to <paramref name="lanes"/>.</param>
    /// <param name="columns">Values a row.</param>
    /// <param name="destination">[columns][lanes].</param>
    /// <param name="lanes">Samples side by side: 16, 8 or 4.</param>
    public static void Gather(ref float rows, nuint stride, int count, int columns, ref float destination, int lanes)
    {
        var (height, width, side) = ((nuint)count, (nuint)columns, (nuint)lanes);
        if (height < side)
        {
            MemoryMarshal.CreateSpan(ref destination, columns * lanes).Clear();
        }

        nuint row = 0;
        for (; row + 4 <= height; row += 4)
        {
            nuint column = 0;
            for (; column + 4 <= width; column += 4)
            {
                TransposeBlock.Of4(ref Unsafe.Add(ref rows, (row * stride) + column), stride, ref Unsafe.Add(ref destination, (column * side) + row), side);
            }

            for (; column < width; column++)
            {
                ref var from = ref Unsafe.Add(ref rows, (row * stride) + column);
                Vector128.Create(from, Unsafe.Add(ref from, stride), Unsafe.Add(ref from, 2 * stride), Unsafe.Add(ref from, 3 * stride))
                    .StoreUnsafe(ref destination, (column * side) + row);
            }
        }

        for (; row < height; row++)
        {
            for (nuint column = 0; column < width; column++)
            {
                Unsafe.Add(ref destination, (column * side) + row) = Unsafe.Add(ref rows, (row * stride) + column);
            }
        }
    }

    /// <summary>Lanes back to rows; writes exactly so many rows and columns.</summary>
    /// <param name="source">[columns][lanes].</param>
    /// <param name="lanes">Samples side by side: 16, 8 or 4.</param>
    /// <param name="rows">The first row.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    /// <param name="count">Rows to write, 1 to <paramref name="lanes"/>.</param>
    /// <param name="columns">Values a row.</param>
    public static void Scatter(ref float source, int lanes, ref float rows, nuint stride, int count, int columns)
    {
        var (height, width, side) = ((nuint)count, (nuint)columns, (nuint)lanes);
        nuint row = 0;
        for (; row + 4 <= height; row += 4)
        {
            nuint column = 0;
            for (; column + 4 <= width; column += 4)
            {
                TransposeBlock.Of4(ref Unsafe.Add(ref source, (column * side) + row), side, ref Unsafe.Add(ref rows, (row * stride) + column), stride);
            }

            for (; column < width; column++)
            {
                ref var to = ref Unsafe.Add(ref rows, (row * stride) + column);
                ref var from = ref Unsafe.Add(ref source, (column * side) + row);
                to = from;
                Unsafe.Add(ref to, stride) = Unsafe.Add(ref from, 1);
                Unsafe.Add(ref to, 2 * stride) = Unsafe.Add(ref from, 2);
                Unsafe.Add(ref to, 3 * stride) = Unsafe.Add(ref from, 3);
            }
        }

        for (; row < height; row++)
        {
            for (nuint column = 0; column < width; column++)
            {
                Unsafe.Add(ref rows, (row * stride) + column) = Unsafe.Add(ref source, (column * side) + row);
            }
        }
    }

    /// <summary>destination[i] (+)= the sum of the lanes of accumulator i; writes exactly <paramref name="count"/> values.</summary>
    /// <param name="accumulators">[count][lanes].</param>
    /// <param name="lanes">Samples side by side: 16, 8 or 4.</param>
    /// <param name="count">The number of sums.</param>
    /// <param name="destination">Where they go.</param>
    /// <param name="accumulate">Whether what is there already is added.</param>
    public static void Reduce(ref float accumulators, int lanes, int count, ref float destination, bool accumulate)
    {
        var (length, side) = ((nuint)count, (nuint)lanes);
        nuint i = 0;

        // Four accumulators at a time are folded to four lanes each, turned over, and added up: no lane is taken out one by one.
        for (; i + 4 <= length; i += 4)
        {
            ref var from = ref Unsafe.Add(ref accumulators, i * side);
            var sums = Turn(Fold(ref from, lanes), Fold(ref Unsafe.Add(ref from, side), lanes), Fold(ref Unsafe.Add(ref from, 2 * side), lanes), Fold(ref Unsafe.Add(ref from, 3 * side), lanes));
            (accumulate ? sums + Vector128.LoadUnsafe(ref destination, i) : sums).StoreUnsafe(ref destination, i);
        }

        for (; i < length; i++)
        {
            // The same additions in the same order as above.
            var folded = Fold(ref Unsafe.Add(ref accumulators, i * side), lanes);
            var sum = Turn(folded, folded, folded, folded).ToScalar();
            Unsafe.Add(ref destination, i) = accumulate ? sum + Unsafe.Add(ref destination, i) : sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Fold(ref float source, int lanes)
    {
        if (lanes == 16)
        {
            var wide = Vector512.LoadUnsafe(ref source);
            var half = wide.GetLower() + wide.GetUpper();
            return half.GetLower() + half.GetUpper();
        }

        if (lanes == 8)
        {
            var half = Vector256.LoadUnsafe(ref source);
            return half.GetLower() + half.GetUpper();
        }

        return Vector128.LoadUnsafe(ref source);
    }

    // The sum of each of four vectors, in the four lanes of one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Turn(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d)
    {
        var ac = TransposeBlock.UnpackLow(a, c) + TransposeBlock.UnpackHigh(a, c);
        var bd = TransposeBlock.UnpackLow(b, d) + TransposeBlock.UnpackHigh(b, d);
        return TransposeBlock.UnpackLow(ac, bd) + TransposeBlock.UnpackHigh(ac, bd);
    }
}
