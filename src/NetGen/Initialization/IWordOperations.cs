namespace NetGen.Initialization;

/// <summary>
/// What drawing in vectors needs of vectors of 32-bit words, to be written once for all widths. The generator's words take the lower halves of 64-bit lanes,
/// as the processor's multiplication of words wants it; the upper halves may hold anything.
/// </summary>
/// <typeparam name="TWords">The vector.</typeparam>
internal interface IWordOperations<TWords>
    where TWords : struct
{
    /// <summary>64-bit lanes of a vector.</summary>
    static abstract nuint Lanes { get; }

    /// <summary>A word in every lane, the upper halves 0.</summary>
    static abstract TWords Constant(uint value);

    /// <summary>A word in both halves of every lane.</summary>
    static abstract TWords Constants(uint value);

    /// <summary>As many 64-bit lanes as there are.</summary>
    static abstract TWords Load(ref ulong source);

    /// <summary>Stores all lanes.</summary>
    static abstract void Store(TWords value, ref ulong destination);

    /// <summary>a + b in each half of a lane.</summary>
    static abstract TWords Add(TWords a, TWords b);

    /// <summary>a - b in each half of a lane.</summary>
    static abstract TWords Subtract(TWords a, TWords b);

    /// <summary>The smaller one in each half of a lane.</summary>
    static abstract TWords Min(TWords a, TWords b);

    /// <summary>All ones where a = b, else 0, in each half of a lane.</summary>
    static abstract TWords AreEqual(TWords a, TWords b);

    /// <summary>The 64-bit products of the words.</summary>
    static abstract TWords Multiply(TWords a, TWords b);

    /// <summary>The upper halves of the lanes as words.</summary>
    static abstract TWords Upper(TWords a);

    /// <summary>a ^ b ^ c.</summary>
    static abstract TWords Xor(TWords a, TWords b, TWords c);

    /// <summary>The words of two vectors in turn: of the first in the lower halves, of the second in the upper ones.</summary>
    static abstract TWords Merge(TWords lower, TWords upper);

    /// <summary>The lower 16 bits of each half of a lane in the place of the upper ones, with zeros behind.</summary>
    static abstract TWords RaiseLower16(TWords a);

    /// <summary>A bit for each half of a lane: whether a &gt; b.</summary>
    static abstract uint GreaterThan(TWords a, TWords b);

    /// <summary>Stores a bit for each half of a lane.</summary>
    /// <param name="bits">The bits.</param>
    /// <param name="destination">Where bit 0 of bit number 0 goes.</param>
    /// <param name="index">The number of the first bit, a multiple of how many there are; numbers below were stored before.</param>
    static abstract void StoreBits(uint bits, ref byte destination, nuint index);
}
