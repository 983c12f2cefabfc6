using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Initialization;
using NetGen.Numerics;

namespace NetGen.LayerKernels;

/// <summary>
/// Gaussian noise in vectors of one width: drawn into a buffer, then added. A sample of n values has B = ceil(n / 4) blocks of four words; value k B + b takes
/// word k of block b.
/// </summary>
/// <typeparam name="TVector">The vector of values.</typeparam>
/// <typeparam name="TOp">Its operations.</typeparam>
/// <typeparam name="TWords">The vector of random words, of the same width.</typeparam>
/// <typeparam name="TWordOp">Its operations as words.</typeparam>
/// <typeparam name="TDoubleOp">Its operations as doubles.</typeparam>
internal static class NoisyRows<TVector, TOp, TWords, TWordOp, TDoubleOp>
    where TVector : struct
    where TOp : struct, IVectorOperations<TVector>
    where TWords : struct
    where TWordOp : struct, IWordOperations<TWords>
    where TDoubleOp : struct, IDoubleOperations<TWords>
{
    // Blocks in a buffer of words, eight bytes each, which become floats in the same memory.
    private const uint Capacity = 64;
    private const uint WordsPerBlock = 4;

    /// <summary>See <see cref="GaussianNoise.Add"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(
        in DrawKey key,
        nuint samples,
        uint positions,
        uint columns,
        nuint xStride,
        nuint yStride,
        float standardDeviation,
        ref float x,
        ref float y)
    {
        Span<ulong> buffer = stackalloc ulong[(int)(WordsPerBlock * Capacity)];
        ref var words = ref MemoryMarshal.GetReference(buffer);
        ref var noise = ref Unsafe.As<ulong, float>(ref words);
        var size = positions * columns;
        var blocks = (size + WordsPerBlock - 1) / WordsPerBlock;
        var (sample, block) = ((nuint)0, 0u);
        while (sample < samples)
        {
            var count = (uint)nuint.Min(Capacity, ((samples - sample) * blocks) - block);
            Draw(key, (uint)sample, block, blocks, count, ref words);
            MakeNormal(ref words, count);

            // All of it: for each sample, four runs of consecutive values.
            for (uint used = 0; used < count;)
            {
                var length = Math.Min(count - used, blocks - block);
                for (uint k = 0; k < WordsPerBlock && (k * blocks) + block < size; k++)
                {
                    var element = (k * blocks) + block;
                    AddRun(
                        ref Unsafe.Add(ref noise, (k * Capacity) + used),
                        Math.Min(length, size - element),
                        sample * positions,
                        element,
                        columns,
                        xStride,
                        yStride,
                        standardDeviation,
                        ref x,
                        ref y);
                }

                used += length;
                block += length;
                if (block == blocks)
                {
                    block = 0;
                    sample++;
                }
            }
        }
    }

    /// <summary>See <see cref="GaussianNoise.AddLanes"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddLanes(in DrawKey key, nuint groups, nuint size, float standardDeviation, ref float x, ref float y)
    {
        Span<ulong> buffer = stackalloc ulong[(int)(WordsPerBlock * Capacity)];
        ref var words = ref MemoryMarshal.GetReference(buffer);
        ref var noise = ref Unsafe.As<ulong, float>(ref words);
        var scale = TOp.Constant(standardDeviation);
        var blocks = (size + WordsPerBlock - 1) / WordsPerBlock;
        for (nuint group = 0; group < groups; group++)
        {
            var sample = key.FirstSample + (uint)(group * TOp.Lanes);
            for (nuint block = 0; block < blocks; block += Capacity / TOp.Lanes)
            {
                var count = nuint.Min(Capacity / TOp.Lanes, blocks - block);
                DrawLanes(key, sample, (uint)block, count, ref words);
                MakeNormal(ref words, count * TOp.Lanes);
                for (nuint k = 0; k < WordsPerBlock; k++)
                {
                    for (nuint i = 0; i < count && (k * blocks) + block + i < size; i++)
                    {
                        var at = ((group * size) + (k * blocks) + block + i) * TOp.Lanes;
                        var added = TOp.Multiply(TOp.Load(ref noise, (k * Capacity) + (i * TOp.Lanes)), scale);
                        TOp.Store(TOp.Add(TOp.Load(ref x, at), added), ref y, at);
                    }
                }
            }
        }
    }

    // The words of consecutive blocks: word k of block i at k times the capacity plus i.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Draw(in DrawKey key, uint sample, uint block, uint blocks, nuint count, ref ulong words)
    {
        Draws<TWords, TWordOp>.Start(
            key.FirstSample + sample, block, blocks, inTurn: false, out var firstBlock0, out var firstSample0, out var firstBlock1, out var firstSample1);

        // In variables whose address nobody had: the others stay in memory.
        var (block0, sample0, block1, sample1) = (firstBlock0, firstSample0, firstBlock1, firstSample1);
        var steps = Draws<TWords, TWordOp>.Steps(blocks);
        for (nuint i = 0; i < count; i += Draws<TWords, TWordOp>.PairCount)
        {
            Draws<TWords, TWordOp>.Next(key, block0, sample0, block1, sample1, out var first, out var second);
            Store(first, ref Unsafe.Add(ref words, i));
            Store(second, ref Unsafe.Add(ref words, i + TWordOp.Lanes));
            Draws<TWords, TWordOp>.Advance(ref block0, ref sample0, steps);
            Draws<TWords, TWordOp>.Advance(ref block1, ref sample1, steps);
        }
    }

    // The words of consecutive blocks of as many samples as there are lanes: word k of block i and a lane at k times the capacity plus i lanes plus the lane.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DrawLanes(in DrawKey key, uint firstSample, uint firstBlock, nuint count, ref ulong words)
    {
        // One block per sample: the consecutive ones are those of consecutive samples.
        Draws<TWords, TWordOp>.Start(firstSample, 0, 1, inTurn: false, out _, out var firstSample0, out _, out var firstSample1);
        var (sample0, sample1) = (firstSample0, firstSample1);
        for (nuint i = 0; i < count; i++)
        {
            var block = TWordOp.Constant(firstBlock + (uint)i);
            Draws<TWords, TWordOp>.Next(key, block, sample0, block, sample1, out var first, out var second);
            Store(first, ref Unsafe.Add(ref words, i * TOp.Lanes));
            Store(second, ref Unsafe.Add(ref words, (i * TOp.Lanes) + TWordOp.Lanes));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(in PhiloxWords<TWords, TWordOp> block, ref ulong words)
    {
        TWordOp.Store(block.Word0, ref words);
        TWordOp.Store(block.Word1, ref Unsafe.Add(ref words, Capacity));
        TWordOp.Store(block.Word2, ref Unsafe.Add(ref words, 2 * Capacity));
        TWordOp.Store(block.Word3, ref Unsafe.Add(ref words, 3 * Capacity));
    }

    // Words into floats at the same indices: a float is written where words were read before.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MakeNormal(ref ulong words, nuint count)
    {
        ref var noise = ref Unsafe.As<ulong, float>(ref words);
        for (nuint k = 0; k < WordsPerBlock * Capacity; k += Capacity)
        {
            for (nuint i = 0; i < count; i += TWordOp.Lanes)
            {
                var normal = NormalQuantileVector<TWords, TDoubleOp>.OfWords(TWordOp.Load(ref Unsafe.Add(ref words, k + i)));
                TDoubleOp.StoreSingles(normal, ref Unsafe.Add(ref noise, k + i));
            }
        }
    }

    // y = x + noise times the standard deviation, for consecutive values of a sample.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddRun(
        ref float noise,
        uint count,
        nuint firstRow,
        uint element,
        uint columns,
        nuint xStride,
        nuint yStride,
        float standardDeviation,
        ref float x,
        ref float y)
    {
        var (row, column) = element < columns ? (firstRow, element) : (firstRow + (element / columns), element % columns);
        var scale = TOp.Constant(standardDeviation);
        while (count > 0)
        {
            var length = Math.Min(count, columns - column);
            ref var from = ref Unsafe.Add(ref x, (row * xStride) + column);
            ref var into = ref Unsafe.Add(ref y, (row * yStride) + column);
            nuint i = 0;
            for (; i + TOp.Lanes <= length; i += TOp.Lanes)
            {
                TOp.Store(TOp.Add(TOp.Load(ref from, i), TOp.Multiply(TOp.Load(ref noise, i), scale)), ref into, i);
            }

            for (; i < length; i++)
            {
                Unsafe.Add(ref into, i) = Unsafe.Add(ref from, i) + (Unsafe.Add(ref noise, i) * standardDeviation);
            }

            noise = ref Unsafe.Add(ref noise, length);
            count -= length;
            column = 0;
            row++;
        }
    }
}
