namespace NetGen.Data;

/// <summary>
/// The generator of shuffles: a 64-bit counter through a mixing function (Steele, Lea and Flood 2014). Written out here so that a seed gives the same
/// order on every machine and with every version of the base library.
/// </summary>
internal struct SplitMix64
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong state;

    /// <summary>Starts a stream.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">Which of the seed's streams: every epoch has its own, so that its order depends on no other epoch.</param>
    public SplitMix64(ulong seed, ulong stream) => state = Mix(seed + Golden) ^ Mix(stream + 0x632BE59BD9B4E019);

    /// <summary>64 random bits.</summary>
    public ulong Next() => Mix(state += Golden);

    /// <summary>A number of 0 to <paramref name="bound"/> - 1, each equally likely (Lemire 2019).</summary>
    /// <param name="bound">At least 1.</param>
    public int NextBelow(int bound)
    {
        var range = (uint)bound;
        var product = (Next() >> 32) * range;
        if ((uint)product < range)
        {
            // 2^32 is no multiple of the range: the first 2^32 mod range low halves would make some results likelier.
            var excess = (0u - range) % range;
            while ((uint)product < excess)
            {
                product = (Next() >> 32) * range;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>Puts the elements in random order, every order equally likely (Fisher and Yates).</summary>
    /// <param name="values">The elements.</param>
    public void Shuffle(Span<int> values)
    {
        for (var last = values.Length - 1; last > 0; last--)
        {
            var other = NextBelow(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }

    /// <summary>0, 1, 2, ... in random order.</summary>
    /// <param name="order">Overwritten.</param>
    public void FillWithPermutation(Span<int> order)
    {
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Shuffle(order);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
