using System.Runtime.CompilerServices;

namespace NetGen.Initialization;

/// <summary>The four words of as many counters as a vector holds: the counters at first, then what the generator makes of them.</summary>
/// <typeparam name="TWords">The vector.</typeparam>
/// <typeparam name="TOp">Its operations.</typeparam>
internal struct PhiloxWords<TWords, TOp>
    where TWords : struct
    where TOp : struct, IWordOperations<TWords>
{
    /// <summary>The lowest words.</summary>
    public TWords Word0;

    /// <summary>The second words.</summary>
    public TWords Word1;

    /// <summary>The third words.</summary>
    public TWords Word2;

    /// <summary>The highest words.</summary>
    public TWords Word3;

    /// <summary>One round.</summary>
    /// <param name="key0">The round's lower key word.</param>
    /// <param name="key1">The round's upper key word.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Round(TWords key0, TWords key1)
    {
        var product0 = TOp.Multiply(Word0, TOp.Constant(Philox.Multiplier0));
        var product1 = TOp.Multiply(Word2, TOp.Constant(Philox.Multiplier1));
        Word0 = TOp.Xor(TOp.Upper(product1), Word1, key0);
        Word1 = product1;
        Word2 = TOp.Xor(TOp.Upper(product0), Word3, key1);
        Word3 = product0;
    }
}
