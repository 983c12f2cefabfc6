using System.Runtime.CompilerServices;
using NetGen.Initialization;

namespace NetGen.LayerKernels;

/// <summary>
/// Draws which values are kept. A block of four words gives eight 16-bit numbers, number k being bits 16 (k mod 2) and up of word k / 2; a value is kept where
/// its number is not below the rate times 65,536.
/// </summary>
/// <typeparam name="TWords">The vector of words.</typeparam>
/// <typeparam name="TOp">Its operations.</typeparam>
internal static class MaskBits<TWords, TOp>
    where TWords : struct
    where TOp : struct, IWordOperations<TWords>
{
    /// <summary>Blocks whose bits <see cref="Draw"/> can store, and bits from a row to the next.</summary>
    public const int Capacity = 1024;

    /// <summary>Draws for consecutive blocks, which go through all blocks of a sample, then on to the next sample.</summary>
    /// <param name="key">What the numbers have in common.</param>
    /// <param name="threshold">The rate times 65,536, rounded.</param>
    /// <param name="sample">The first block's sample, counted from the key's first one.</param>
    /// <param name="block">The first block, below <paramref name="blocks"/>.</param>
    /// <param name="blocks">Blocks per sample.</param>
    /// <param name="count">Blocks to draw, at most <see cref="Capacity"/>.</param>
    /// <param name="bits">[8][<see cref="Capacity"/> bits]: bit i of row k is set where number k of block i keeps its value.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Draw(in DrawKey key, uint threshold, uint sample, uint block, uint blocks, nuint count, ref byte bits)
    {
        Draws<TWords, TOp>.Start(
            key.FirstSample + sample, block, blocks, inTurn: true, out var firstBlock0, out var firstSample0, out var firstBlock1, out var firstSample1);

        // In variables whose address nobody had: the others stay in memory.
        var (block0, sample0, block1, sample1) = (firstBlock0, firstSample0, firstBlock1, firstSample1);
        var steps = Draws<TWords, TOp>.Steps(blocks);
        var (bound, always) = Bound(threshold);
        for (nuint i = 0; i < count; i += Draws<TWords, TOp>.PairCount)
        {
            Draws<TWords, TOp>.Next(key, block0, sample0, block1, sample1, out var even, out var odd);
            Store(TOp.Merge(even.Word0, odd.Word0), bound, always, ref bits, i);
            Store(TOp.Merge(even.Word1, odd.Word1), bound, always, ref Unsafe.Add(ref bits, Capacity / 4), i);
            Store(TOp.Merge(even.Word2, odd.Word2), bound, always, ref Unsafe.Add(ref bits, Capacity / 2), i);
            Store(TOp.Merge(even.Word3, odd.Word3), bound, always, ref Unsafe.Add(ref bits, Capacity / 4 * 3), i);
            Draws<TWords, TOp>.Advance(ref block0, ref sample0, steps);
            Draws<TWords, TOp>.Advance(ref block1, ref sample1, steps);
        }
    }

    /// <summary>Draws for groups of as many samples as there are 32-bit lanes.</summary>
    /// <param name="key">What the numbers have in common.</param>
    /// <param name="threshold">The rate times 65,536, rounded.</param>
    /// <param name="groups">Groups, the first of which begins with the key's first sample.</param>
    /// <param name="blocks">Blocks per sample.</param>
    /// <param name="size">Values per sample.</param>
    /// <param name="mask">[groups][size]: bit i is set where sample i of the group keeps the value.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void DrawLanes(in DrawKey key, uint threshold, nuint groups, uint blocks, nuint size, ref ushort mask)
    {
        // One block per sample: the consecutive ones are those of consecutive samples.
        Draws<TWords, TOp>.Start(key.FirstSample, 0, 1, inTurn: true, out _, out var firstSample0, out _, out var firstSample1);
        var (sample0, sample1) = (firstSample0, firstSample1);
        var (bound, always) = Bound(threshold);
        for (; groups > 0; groups--)
        {
            for (nuint i = 0; i < blocks; i++)
            {
                var block = TOp.Constant((uint)i);
                Draws<TWords, TOp>.Next(key, block, sample0, block, sample1, out var even, out var odd);
                ref var at = ref Unsafe.Add(ref mask, i);
                var left = (nint)(size - i);
                StoreLanes(TOp.Merge(even.Word0, odd.Word0), bound, always, ref at, blocks, left);
                StoreLanes(TOp.Merge(even.Word1, odd.Word1), bound, always, ref Unsafe.Add(ref at, 2 * blocks), blocks, left - (nint)(2 * blocks));
                StoreLanes(TOp.Merge(even.Word2, odd.Word2), bound, always, ref Unsafe.Add(ref at, 4 * blocks), blocks, left - (nint)(4 * blocks));
                StoreLanes(TOp.Merge(even.Word3, odd.Word3), bound, always, ref Unsafe.Add(ref at, 6 * blocks), blocks, left - (nint)(6 * blocks));
            }

            mask = ref Unsafe.Add(ref mask, size);
            sample0 = TOp.Add(sample0, TOp.Constant(Draws<TWords, TOp>.PairCount));
            sample1 = TOp.Add(sample1, TOp.Constant(Draws<TWords, TOp>.PairCount));
        }
    }

    // A number is kept where it is above the threshold less 1, compared in the upper half of a word whatever the lower one holds. No word is above the bound of
    // a threshold of 65,536; that of a threshold of 0 is the same, and the bits to set are said beside.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TWords Bound, uint Always) Bound(uint threshold) =>
        (TOp.Constants((threshold << 16) - 1), threshold == 0 ? (uint)((1ul << (int)Draws<TWords, TOp>.PairCount) - 1) : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TWords words, TWords bound, uint always, ref byte bits, nuint index)
    {
        TOp.StoreBits(TOp.GreaterThan(TOp.RaiseLower16(words), bound) | always, ref bits, index);
        TOp.StoreBits(TOp.GreaterThan(words, bound) | always, ref Unsafe.Add(ref bits, Capacity / 8), index);
    }

    // The two numbers of a word belong to values that are as far from each other as there are blocks; the last ones may be beyond the sample.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreLanes(TWords words, TWords bound, uint always, ref ushort mask, nuint blocks, nint left)
    {
        if (left > 0)
        {
            mask = (ushort)(TOp.GreaterThan(TOp.RaiseLower16(words), bound) | always);
        }

        if (left > (nint)blocks)
        {
            Unsafe.Add(ref mask, blocks) = (ushort)(TOp.GreaterThan(words, bound) | always);
        }
    }
}
