namespace NetGen.Initialization;

/// <summary>
/// The random numbers of one tensor. Number i depends on the seed, the layer, the tensor and i alone (<see cref="Philox"/> 4x32-10), so it is the same on
/// every machine and whatever was drawn before. Every call, of whichever kind, takes exactly one number.
/// </summary>
/// <param name="seed">The network's seed.</param>
/// <param name="layer">The layer's number in the network.</param>
/// <param name="tensor">The tensor's number in the layer.</param>
public struct RandomStream(ulong seed, int layer, int tensor)
{
    private const int WordsPerBlock = 4;

    private readonly uint _key0 = (uint)seed;
    private readonly uint _key1 = (uint)(seed >> 32);
    private readonly uint _layer = (uint)layer;
    private readonly uint _tensor = (uint)tensor;
    private ulong _index;
    private (uint Word0, uint Word1, uint Word2, uint Word3) _block;

    /// <summary>Makes the next number the one at an index.</summary>
    /// <param name="index">The number's index in the stream, from 0.</param>
    public void Seek(ulong index)
    {
        _index = index;
        if (index % WordsPerBlock != 0)
        {
            Fill();
        }
    }

    /// <summary>32 random bits.</summary>
    public uint NextUInt32()
    {
        var word = _index % WordsPerBlock;
        if (word == 0)
        {
            Fill();
        }

        _index++;
        return word switch
        {
            0 => _block.Word0,
            1 => _block.Word1,
            2 => _block.Word2,
            _ => _block.Word3,
        };
    }

    /// <summary>A number from the uniform distribution on [0, 1): a multiple of 2^-24.</summary>
    public float NextUniform() => (NextUInt32() >> 8) * (1f / (1 << 24));

    /// <summary>A number from the standard normal distribution: mean 0, standard deviation 1, magnitude at most 6.34.</summary>
    public float NextNormal() => (float)NormalQuantile.Of(NextOpenUniform());

    /// <summary>A number from the uniform distribution on (0, 1), symmetric about 1/2: an odd multiple of 2^-33.</summary>
    internal double NextOpenUniform() => (NextUInt32() + 0.5) * (1.0 / (1L << 32));

    private void Fill()
    {
        var block = _index / WordsPerBlock;
        _block = Philox.Next((uint)block, (uint)(block >> 32), _tensor, _layer, _key0, _key1);
    }
}
