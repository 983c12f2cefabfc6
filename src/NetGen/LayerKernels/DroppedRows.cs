using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.Initialization;
using NetGen.Numerics;

namespace NetGen.LayerKernels;

/// <summary>
/// Dropout in vectors of one width: bits are drawn for as many samples as a buffer holds, brought to where the samples' values are, and applied.
/// </summary>
/// <typeparam name="TVector">The vector of values.</typeparam>
/// <typeparam name="TOp">Its operations.</typeparam>
/// <typeparam name="TBits">Its masks.</typeparam>
/// <typeparam name="TWords">The vector of random words, of the same width.</typeparam>
/// <typeparam name="TWordOp">Its operations.</typeparam>
internal static class DroppedRows<TVector, TOp, TBits, TWords, TWordOp>
    where TVector : struct
    where TOp : struct, IVectorOperations<TVector>
    where TBits : struct, ILaneBits<TVector>
    where TWords : struct
    where TWordOp : struct, IWordOperations<TWords>
{
    private const uint Capacity = MaskBits<TWords, TWordOp>.Capacity;
    private const uint NumbersPerBlock = 8;
    private const int ValuesPerWord = 16;

    /// <summary>See <see cref="Dropout.Forward"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        in DrawKey key,
        nuint samples,
        uint positions,
        int columns,
        nuint xStride,
        nuint yStride,
        uint threshold,
        float scale,
        float shift,
        float dropped,
        ref float x,
        ref float y,
        ref ushort mask)
    {
        // Eight bytes more than the rows of bits, which are read by eight bytes from any byte on.
        Span<byte> buffer = stackalloc byte[(int)Capacity + 8];
        ref var bits = ref MemoryMarshal.GetReference(buffer);
        var wordsPerRow = yStride / ValuesPerWord;
        var size = positions * (uint)columns;
        var blocks = (size + NumbersPerBlock - 1) / NumbersPerBlock;
        var together = nuint.Max(1, Capacity / blocks);
        for (nuint sample = 0; sample < samples; sample += together)
        {
            var count = (uint)nuint.Min(together, samples - sample);
            var rows = (nuint)count * positions;
            if (blocks <= Capacity)
            {
                MaskBits<TWords, TWordOp>.Draw(key, threshold, (uint)sample, 0, blocks, count * blocks, ref bits);
                for (uint i = 0; i < count; i++)
                {
                    ref var words = ref Unsafe.Add(ref mask, i * positions * wordsPerRow);
                    MaskRuns.Pack(ref bits, Capacity, i * blocks, blocks, ref words, wordsPerRow, positions, (uint)columns);
                }
            }
            else
            {
                MemoryMarshal.CreateSpan(ref mask, (int)(rows * wordsPerRow)).Clear();
                DrawLongSample(key, threshold, (uint)sample, blocks, size, ref bits, ref mask, wordsPerRow, (uint)columns);
            }

            MaskedRows<TVector, TOp, TBits>.Forward(ref x, xStride, ref mask, ref y, yStride, rows, columns, scale, shift, dropped);
            x = ref Unsafe.Add(ref x, rows * xStride);
            y = ref Unsafe.Add(ref y, rows * yStride);
            mask = ref Unsafe.Add(ref mask, rows * wordsPerRow);
        }
    }

    /// <summary>See <see cref="Dropout.ForwardLanes"/>.</summary>
    public static void ForwardLanes(
        in DrawKey key, nuint groups, nuint size, uint threshold, float scale, float shift, float dropped, ref float x, ref float y, ref ushort mask)
    {
        var blocks = (uint)((size + NumbersPerBlock - 1) / NumbersPerBlock);
        MaskBits<TWords, TWordOp>.DrawLanes(key, threshold, groups, blocks, size, ref mask);
        MaskedRows<TVector, TOp, TBits>.ForwardLanes(ref x, ref mask, ref y, groups * size, scale, shift, dropped);
    }

    // A sample of more blocks than the buffer holds, in parts: each gives the bits of eight runs of values.
    private static void DrawLongSample(
        in DrawKey key, uint threshold, uint sample, uint blocks, uint size, ref byte bits, ref ushort mask, nuint wordsPerRow, uint columns)
    {
        for (uint block = 0; block < blocks; block += Capacity)
        {
            var count = Math.Min(blocks - block, Capacity);
            MaskBits<TWords, TWordOp>.Draw(key, threshold, sample, block, blocks, count, ref bits);
            for (uint k = 0; k < NumbersPerBlock && (k * blocks) + block < size; k++)
            {
                var element = (k * blocks) + block;
                MaskRuns.Copy(ref bits, k * Capacity, ref mask, wordsPerRow, columns, element, Math.Min(count, size - element));
            }
        }
    }
}
