using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    /// <summary>Blocks in a row of bits: what <see cref="Draw"/> fills is [8][<see cref="Capacity"/> bits].</summary>
    public const int Capacity = 1024;

    /// <summary>Draws for consecutive blocks, which go through all blocks of a sample, then on to the next sample.</summary>
    /// <param name="key">What the numbers have in common.</param>
    /// <param name="threshold">The rate times 65,536, rounded.</param>
    /// <param name="sample">The sample of the first block, counted from the key's first one.</param>
    /// <param name="block">The first block, below <paramref name="blocks"/>.</param>
    /// <param name="blocks">Blocks per sample.</param>
    /// <param name="count">Blocks to draw, at most <see cref="Capacity"/>.</param>
    /// <param name="bits">[8][<see cref="Capacity"/> bits]: bit i of row k is set where number k of block i keeps its value.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Draw(in DrawKey key, uint threshold, uint sample, uint block, uint blocks, nuint count, ref byte bits)
    {
        // Lower halves hold the even ones of consecutive blocks, upper halves of what is merged from them the odd ones.
        var pair = 2 * (uint)TOp.Lanes;
        Span<ulong> first = stackalloc ulong[32];
        for (var i = 0u; i < pair; i++)
        {
            var at = (int)((i % 2 * 16) + (i / 2));
            first[at] = (block + i) % blocks;
            first[at + 8] = key.FirstSample + sample + ((block + i) / blocks);
        }

        ref var origin = ref MemoryMarshal.GetReference(first);
        var (evenBlock, evenSample) = (TOp.Load(ref origin), TOp.Load(ref Unsafe.Add(ref origin, 8)));
        var (oddBlock, oddSample) = (TOp.Load(ref Unsafe.Add(ref origin, 16)), TOp.Load(ref Unsafe.Add(ref origin, 24)));
        var (blockStep, sampleStep, limit) = (TOp.Constant(pair % blocks), TOp.Constant((pair / blocks) + 1), TOp.Constant(blocks));
        var (bound, always) = Bound(threshold);
        for (nuint i = 0; i < count; i += pair)
        {
            Words(key, evenBlock, evenSample, oddBlock, oddSample, out var word0, out var word1, out var word2, out var word3);
            Store(word0, bound, always, ref bits, i);
            Store(word1, bound, always, ref Unsafe.Add(ref bits, Capacity / 4), i);
            Store(word2, bound, always, ref Unsafe.Add(ref bits, Capacity / 2), i);
            Store(word3, bound, always, ref Unsafe.Add(ref bits, Capacity / 4 * 3), i);
            Advance(ref evenBlock, ref evenSample, blockStep, sampleStep, limit);
            Advance(ref oddBlock, ref oddSample, blockStep, sampleStep, limit);
        }
    }

    /// <summary>Draws one block for as many consecutive samples as there are 32-bit lanes.</summary>
    /// <param name="key">What the numbers have in common.</param>
    /// <param name="threshold">The rate times 65,536, rounded.</param>
    /// <param name="sample">The first sample, counted from the key's first one.</param>
    /// <param name="blocks">Blocks per sample.</param>
    /// <param name="size">Values per sample.</param>
    /// <param name="mask">[size]: bit i is set where sample i keeps the value.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void DrawLanes(in DrawKey key, uint threshold, uint sample, uint blocks, nuint size, ref ushort mask)
    {
        Span<ulong> first = stackalloc ulong[16];
        for (var i = 0; i < 16; i++)
        {
            first[i] = key.FirstSample + sample + (2 * (uint)(i % 8)) + (uint)(i / 8);
        }

        ref var origin = ref MemoryMarshal.GetReference(first);
        var (evenSample, oddSample) = (TOp.Load(ref origin), TOp.Load(ref Unsafe.Add(ref origin, 8)));
        var (bound, always) = Bound(threshold);
        for (nuint block = 0; block < blocks; block++)
        {
            var counter0 = TOp.Constant((uint)block);
            Words(key, counter0, evenSample, counter0, oddSample, out var word0, out var word1, out var word2, out var word3);
            ref var at = ref Unsafe.Add(ref mask, block);
            var left = (nint)(size - block);
            StoreLanes(word0, bound, always, ref at, blocks, left);
            StoreLanes(word1, bound, always, ref Unsafe.Add(ref at, 2 * blocks), blocks, left - (nint)(2 * blocks));
            StoreLanes(word2, bound, always, ref Unsafe.Add(ref at, 4 * blocks), blocks, left - (nint)(4 * blocks));
            StoreLanes(word3, bound, always, ref Unsafe.Add(ref at, 6 * blocks), blocks, left - (nint)(6 * blocks));
        }
    }

    // A block beyond the sample's last is one of the next sample: a number from which the limit was subtracted is the smaller one where there was no borrow.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Advance(ref TWords block, ref TWords sample, TWords blockStep, TWords sampleStep, TWords limit)
    {
        var next = TOp.Add(block, blockStep);
        block = TOp.Min(next, TOp.Subtract(next, limit));
        sample = TOp.Add(sample, TOp.Add(sampleStep, TOp.AreEqual(block, next)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(TWords words, TWords bound, uint always, ref byte bits, nuint index)
    {
        TOp.StoreBits(TOp.GreaterThan(TOp.RaiseLower16(words), bound) | always, ref bits, index);
        TOp.StoreBits(TOp.GreaterThan(words, bound) | always, ref Unsafe.Add(ref bits, Capacity / 8), index);
    }

    // Only the last blocks' upper numbers can be beyond the sample's last value.
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

    // A number is kept where it is above the threshold less 1, compared in the upper half of a word whatever the lower one holds. No word is above the bound of
    // a threshold of 65,536; that of a threshold of 0 is the same, and the bits to set are said beside.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (TWords Bound, uint Always) Bound(uint threshold) =>
        (TOp.Constants((threshold << 16) - 1), threshold == 0 ? (uint)((1ul << (2 * (int)TOp.Lanes)) - 1) : 0);

    // The words of as many blocks as there are 32-bit lanes, in their order.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Words(
        in DrawKey key,
        TWords evenBlock,
        TWords evenSample,
        TWords oddBlock,
        TWords oddSample,
        out TWords word0,
        out TWords word1,
        out TWords word2,
        out TWords word3)
    {
        var (counter2, counter3) = (TOp.Constant(key.Counter2), TOp.Constant(key.Counter3));
        var even = new PhiloxWords<TWords, TOp> { Word0 = evenBlock, Word1 = evenSample, Word2 = counter2, Word3 = counter3 };
        var odd = new PhiloxWords<TWords, TOp> { Word0 = oddBlock, Word1 = oddSample, Word2 = counter2, Word3 = counter3 };
        var (key0, key1) = (key.Key0, key.Key1);
        for (var round = 0; round < Philox.Rounds; round++)
        {
            var (round0, round1) = (TOp.Constant(key0), TOp.Constant(key1));
            even.Round(round0, round1);
            odd.Round(round0, round1);
            key0 += Philox.KeyStep0;
            key1 += Philox.KeyStep1;
        }

        word0 = TOp.Merge(even.Word0, odd.Word0);
        word1 = TOp.Merge(even.Word1, odd.Word1);
        word2 = TOp.Merge(even.Word2, odd.Word2);
        word3 = TOp.Merge(even.Word3, odd.Word3);
    }
}
