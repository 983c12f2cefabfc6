namespace NetGen.Initialization;

/// <summary>
/// Random numbers that depend on the seed, the layer, the tensor and their index alone: the same seed gives the same bits on every machine, whatever the order
/// in which layers are initialized.
/// </summary>
public struct RandomStream
{
    private readonly uint _key0;
    private readonly uint _key1;
    private readonly uint _stream;
    private ulong _index;

    /// <summary>A stream from its beginning.</summary>
    /// <param name="seed">The network's seed.</param>
    /// <param name="layer">The layer's number, from 1; at most 16,777,215.</param>
    /// <param name="tensor">The tensor's number in its layer, from 0; at most 255.</param>
    public RandomStream(ulong seed, int layer, int tensor)
    {
        _key0 = (uint)seed;
        _key1 = (uint)(seed >> 32);
        _stream = unchecked(((uint)layer << 8) | (byte)tensor);
    }

    /// <summary>Goes to a place in the stream.</summary>
    /// <param name="index">How many numbers stand before it.</param>
    public void Seek(ulong index) => _index = index;

    /// <summary>The next 32 bits.</summary>
    public uint NextUInt32() => Block(_index++, 0).W0;

    /// <summary>The next uniform deviate, 0 or more and below 1, a multiple of 2^-24.</summary>
    public float NextUniform() => (NextUInt32() >> 8) * (1f / (1 << 24));

    /// <summary>The next normal deviate, mean 0 and variance 1.</summary>
    public float NextNormal() => (float)Normal(_index++, double.PositiveInfinity);

    /// <summary>The next normal deviate that lies within a bound, drawn again until it does.</summary>
    /// <param name="bound">The largest magnitude, above 0.</param>
    public float NextTruncatedNormal(float bound) => (float)Normal(_index++, bound);

    // Marsaglia's polar method: a point drawn in the unit disc, again until it falls inside. Each attempt has a counter of its own, so that the number at an
    // index does not depend on how many attempts those before it took.
    private readonly double Normal(ulong index, double bound)
    {
        for (var attempt = 0u; ; attempt++)
        {
            var block = Block(index, attempt);
            var u = Symmetric(block.W0, block.W1);
            var v = Symmetric(block.W2, block.W3);
            var square = (u * u) + (v * v);
            if (square >= 1 || square < 1e-300)
            {
                continue;
            }

            var normal = u * Math.Sqrt(-2 * PortableMath.Log(square) / square);
            if (Math.Abs(normal) <= bound)
            {
                return normal;
            }
        }
    }

    // Between -1 and 1, in steps of 2^-52.
    private static double Symmetric(uint high, uint low) => (((((ulong)high << 32) | low) >> 11) * (1.0 / (1L << 52))) - 1;

    private readonly (uint W0, uint W1, uint W2, uint W3) Block(ulong index, uint attempt) =>
        Philox.Block((uint)index, (uint)(index >> 32), attempt, _stream, _key0, _key1);
}
