using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Initialization;

namespace NetGen.LayerKernels;

/// <summary>
/// The generator's words for two vectors of counters at a time, whose chains of multiplications overlap. A counter's first two words are the block and the
/// sample; its others and the key are the same for a layer in a step.
/// </summary>
/// <typeparam name="TWords">The vector of words.</typeparam>
/// <typeparam name="TOp">Its operations.</typeparam>
internal static class Draws<TWords, TOp>
    where TWords : struct
    where TOp : struct, IWordOperations<TWords>
{
    /// <summary>Counters of two vectors.</summary>
    public static uint PairCount
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2 * (uint)TOp.Lanes;
    }

    /// <summary>The first counters of consecutive blocks, which go through all blocks of a sample, then on to the next sample.</summary>
    /// <param name="firstSample">The first block's sample.</param>
    /// <param name="block">The first block.</param>
    /// <param name="blocks">Blocks per sample.</param>
    /// <param name="inTurn">Whether the vectors hold them in turn; else the first vector holds the first ones.</param>
    /// <param name="block0">The blocks of the first vector.</param>
    /// <param name="sample0">Their samples.</param>
    /// <param name="block1">The blocks of the second vector.</param>
    /// <param name="sample1">Their samples.</param>
    public static void Start(
        uint firstSample, uint block, uint blocks, bool inTurn, out TWords block0, out TWords sample0, out TWords block1, out TWords sample1)
    {
        Span<ulong> words = stackalloc ulong[32];
        var sample = firstSample;
        for (var i = 0; i < 2 * (int)TOp.Lanes; i++)
        {
            var (vector, lane) = inTurn ? (i & 1, i >> 1) : i < (int)TOp.Lanes ? (0, i) : (1, i - (int)TOp.Lanes);
            words[(16 * vector) + lane] = block;
            words[(16 * vector) + lane + 8] = sample;
            if (++block == blocks)
            {
                block = 0;
                sample++;
            }
        }

        ref var origin = ref MemoryMarshal.GetReference(words);
        (block0, sample0) = (TOp.Load(ref origin), TOp.Load(ref Unsafe.Add(ref origin, 8)));
        (block1, sample1) = (TOp.Load(ref Unsafe.Add(ref origin, 16)), TOp.Load(ref Unsafe.Add(ref origin, 24)));
    }

    /// <summary>What <see cref="Advance"/> takes, which does not change.</summary>
    /// <param name="blocks">Blocks per sample.</param>
    /// <returns>
    /// By how much a block grows at first; by how much a sample grows where its block stays within the sample, plus 1; and the blocks per sample.
    /// </returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TWords BlockStep, TWords SampleStep, TWords Limit) Steps(uint blocks) =>
        (TOp.Constant(PairCount % blocks), TOp.Constant((PairCount / blocks) + 1), TOp.Constant(blocks));

    /// <summary>The blocks that are two vectors further on.</summary>
    /// <param name="block">The blocks.</param>
    /// <param name="sample">Their samples.</param>
    /// <param name="steps">What <see cref="Steps"/> gives.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Advance(ref TWords block, ref TWords sample, (TWords BlockStep, TWords SampleStep, TWords Limit) steps)
    {
        // A block beyond the sample's last is one of the next sample. The smaller one of a number and of what is left of it without the limit, taken without
        // sign, is the latter where there is no borrow.
        var next = TOp.Add(block, steps.BlockStep);
        block = TOp.Min(next, TOp.Subtract(next, steps.Limit));
        sample = TOp.Add(sample, TOp.Add(steps.SampleStep, TOp.AreEqual(block, next)));
    }

    /// <summary>The words of two vectors of counters.</summary>
    /// <param name="key">What the counters have in common.</param>
    /// <param name="block0">The blocks of the first vector.</param>
    /// <param name="sample0">Their samples.</param>
    /// <param name="block1">The blocks of the second vector.</param>
    /// <param name="sample1">Their samples.</param>
    /// <param name="first">The words of the first vector.</param>
    /// <param name="second">The words of the second vector.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Next(
        in DrawKey key, TWords block0, TWords sample0, TWords block1, TWords sample1, out PhiloxWords<TWords, TOp> first, out PhiloxWords<TWords, TOp> second)
    {
        var (counter2, counter3) = (TOp.Constant(key.Counter2), TOp.Constant(key.Counter3));
        first = new PhiloxWords<TWords, TOp> { Word0 = block0, Word1 = sample0, Word2 = counter2, Word3 = counter3 };
        second = new PhiloxWords<TWords, TOp> { Word0 = block1, Word1 = sample1, Word2 = counter2, Word3 = counter3 };
        var (key0, key1) = (key.Key0, key.Key1);
        for (var round = 0; round < Philox.Rounds; round++)
        {
            var (round0, round1) = (TOp.Constant(key0), TOp.Constant(key1));
            first.Round(round0, round1);
            second.Round(round0, round1);
            key0 += Philox.KeyStep0;
            key1 += Philox.KeyStep1;
        }
    }
}
