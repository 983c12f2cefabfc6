using System.Runtime.CompilerServices;

namespace NetGen.LayerKernels;

/// <summary>Moves drawn bits to where a sample's values are in rows.</summary>
internal static class MaskRuns
{
    private const int WordBits = 16;

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
