using System.Runtime.CompilerServices;

namespace NetGen.LayerKernels;

/// <summary>Moves drawn bits to where a sample's values are in rows.</summary>
internal static class MaskRuns
{
    private const int WordBits = 16;

    /// <summary>Writes the bits of all values of a sample.</summary>
    /// <param name="source">Rows of bits, of which each holds the bits of as many consecutive values as there are blocks; read by eight bytes.</param>
    /// <param name="rowBits">Bits from a row to the next.</param>
    /// <param name="first">The first bit in each row.</param>
    /// <param name="blocks">Bits in each row.</param>
    /// <param name="mask">The words of the sample's first row; all words of all rows are written, with clear bits behind the columns.</param>
    /// <param name="wordsPerRow">Words from a row to the next.</param>
    /// <param name="rows">Rows of the sample.</param>
    /// <param name="columns">Values per row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack(ref byte source, uint rowBits, uint first, uint blocks, ref ushort mask, nuint wordsPerRow, uint rows, uint columns)
    {
        // What an unaligned load of eight bytes holds of any bit on.
        const uint LongestPiece = 57;
        var (at, left) = (first, blocks);
        for (; rows > 0; rows--)
        {
            ref var word = ref mask;
            mask = ref Unsafe.Add(ref mask, wordsPerRow);
            var (bits, count) = (0ul, 0);
            for (var rest = columns; rest > 0;)
            {
                var length = Math.Min(Math.Min(left, rest), LongestPiece);
                var piece = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, at / 8)) >> (int)(at % 8);
                piece &= (1ul << (int)length) - 1;
                bits |= piece << count;
                count += (int)length;
                if (count >= 64)
                {
                    Unsafe.WriteUnaligned(ref Unsafe.As<ushort, byte>(ref word), bits);
                    word = ref Unsafe.Add(ref word, 4);
                    count -= 64;
                    bits = piece >> ((int)length - count);
                }

                rest -= length;
                at += length;
                left -= length;
                if (left == 0)
                {
                    left = blocks;
                    at += rowBits - blocks;
                }
            }

            for (; Unsafe.IsAddressLessThan(ref word, ref mask); word = ref Unsafe.Add(ref word, 1))
            {
                word = (ushort)bits;
                bits >>= WordBits;
            }
        }
    }

    /// <summary>Sets the bits of consecutive values of a sample. The words must have been cleared.</summary>
    /// <param name="source">Bits of values, of which one after the other is taken from <paramref name="first"/> on.</param>
    /// <param name="first">The first value's bit.</param>
    /// <param name="mask">The words of the sample's first row.</param>
    /// <param name="wordsPerRow">Words from a row to the next.</param>
    /// <param name="columns">Values per row.</param>
    /// <param name="element">The first value's number in the sample.</param>
    /// <param name="count">How many there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(ref byte source, uint first, ref ushort mask, nuint wordsPerRow, uint columns, uint element, uint count)
    {
        var (row, column) = columns > element ? (0u, element) : (element / columns, element % columns);
        ref var words = ref Unsafe.Add(ref mask, row * wordsPerRow);
        while (count > 0)
        {
            var offset = column % WordBits;
            var length = Math.Min(Math.Min(WordBits - offset, count), columns - column);
            var bits = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref source, first / 8)) >> (int)(first % 8);
            Unsafe.Add(ref words, column / WordBits) |= (ushort)((bits & ((1u << (int)length) - 1)) << (int)offset);
            first += length;
            count -= length;
            column += length;
            if (column == columns)
            {
                column = 0;
                words = ref Unsafe.Add(ref words, wordsPerRow);
            }
        }
    }
}
