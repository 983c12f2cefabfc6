using System.Runtime.CompilerServices;

namespace NetGen.Initialization;

/// <summary>
/// The random numbers of one tensor. Number i depends on the seed, the layer, the tensor and i alone (Philox 4x32-10, a counter-based generator), so it
/// is the same, bit for bit, on every machine and whatever was drawn before. Every call, of whichever kind, takes exactly one number.
/// </summary>
/// <remarks>
/// A stream is a value: a copy of it goes on from the same number. It holds 2^64 numbers.
/// </remarks>
public struct RandomStream
{
    private const int WordsPerBlock = 4;

    private readonly uint _key0;
    private readonly uint _key1;
    private readonly uint _layer;
    private readonly uint _tensor;
    private (uint Word0, uint Word1, uint Word2, uint Word3) _block;

    /// <summary>The stream of one tensor, at its first number.</summary>
    /// <param name="seed">The network's seed: the generator's key.</param>
    /// <param name="layer">The layer's number in the network, from 1.</param>
    /// <param name="tensor">The tensor's number in the layer, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="layer"/> or <paramref name="tensor"/> is negative.</exception>
    public RandomStream(ulong seed, int layer, int tensor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(layer);
        ArgumentOutOfRangeException.ThrowIfNegative(tensor);
        (_key0, _key1) = ((uint)seed, (uint)(seed >> 32));
        (_layer, _tensor) = ((uint)layer, (uint)tensor);
    }

    /// <summary>The index of the next number, from 0.</summary>
    public ulong Position { get; private set; }

    /// <summary>Makes the next number the one at an index, at the cost of one number.</summary>
    /// <param name="index">The number's index in the stream, from 0.</param>
    public void Seek(ulong index)
    {
        Position = index;

        // A block's first number computes the block; any other expects it there.
        if (index % WordsPerBlock != 0)
        {
            ComputeBlock();
        }
    }

    /// <summary>The next number as 32 random bits.</summary>
    /// <returns>From 0 to 2^32 - 1, all equally likely.</returns>
    public uint NextUInt32()
    {
        var word = (int)(Position % WordsPerBlock);
        if (word == 0)
        {
            ComputeBlock();
        }

        Position++;
        return word switch
        {
            0 => _block.Word0,
            1 => _block.Word1,
            2 => _block.Word2,
            _ => _block.Word3,
        };
    }

    /// <summary>The next number, uniformly distributed on [0, 1).</summary>
    /// <returns>A multiple of 2^-24, from 0 to 1 - 2^-24.</returns>
    public float NextUniform() => (NextUInt32() >> 8) * (1f / (1 << 24));

    /// <summary>The next number, uniformly distributed on (-1, 1).</summary>
    /// <returns>An odd multiple of 2^-24: never 0, and the mean over all of them is exactly 0.</returns>
    public float NextSymmetric() => (((int)(NextUInt32() >> 8) * 2) + 1 - (1 << 24)) * (1f / (1 << 24));

    /// <summary>The next number, normally distributed with mean 0 and standard deviation 1.</summary>
    /// <returns>Never 0, its magnitude at most 6.34; symmetric about 0.</returns>
    public float NextNormal() => (float)NormalQuantile.Of(NextOpen());

    /// <summary>
    /// The next number from the standard normal distribution cut at two standard deviations. Inverting the cut distribution's function gives what drawing
    /// again beyond the cut would, but takes one number always, so that later numbers keep their index.
    /// </summary>
    /// <returns>From -2 to 2, never 0; symmetric about 0, with the standard deviation 0.8796.</returns>
    public float NextTruncatedNormal()
    {
        // Phi(-2), the probability left of the cut.
        const double Below = 0.0227501319481792072;
        return (float)NormalQuantile.Of(Below + ((1 - (2 * Below)) * NextOpen()));
    }

    /// <summary>The next number, uniformly distributed on (0, 1): an odd multiple of 2^-33.</summary>
    private double NextOpen() => (NextUInt32() + 0.5) * (1.0 / (1L << 32));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ComputeBlock()
    {
        var block = Position / WordsPerBlock;
        _block = Philox.Next((uint)block, (uint)(block >> 32), _tensor, _layer, _key0, _key1);
    }
}
