using System.Runtime.CompilerServices;

namespace NetGen.Initialization;

/// <summary>
/// Philox 4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw ("Parallel random numbers: as easy as 1, 2, 3", 2011): four 32-bit words
/// that depend on a counter of four words and a key of two, and on nothing else.
/// </summary>
internal static class Philox
{
    /// <summary>What the first word is multiplied by in each round.</summary>
    public const uint Multiplier0 = 0xD2511F53;

    /// <summary>What the third word is multiplied by in each round.</summary>
    public const uint Multiplier1 = 0xCD9E8D57;

    /// <summary>What the key's lower word grows by from a round to the next.</summary>
    public const uint KeyStep0 = 0x9E3779B9;

    /// <summary>What the key's upper word grows by from a round to the next.</summary>
    public const uint KeyStep1 = 0xBB67AE85;

    /// <summary>The rounds.</summary>
    public const int Rounds = 10;

    /// <summary>The four words of one counter.</summary>
    /// <param name="counter0">The counter's lowest word.</param>
    /// <param name="counter1">The counter's second word.</param>
    /// <param name="counter2">The counter's third word.</param>
    /// <param name="counter3">The counter's highest word.</param>
    /// <param name="key0">The key's lower word.</param>
    /// <param name="key1">The key's upper word.</param>
    /// <returns>The words, lowest first.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (uint Word0, uint Word1, uint Word2, uint Word3) Next(
        uint counter0, uint counter1, uint counter2, uint counter3, uint key0, uint key1)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * counter0;
            var product1 = (ulong)Multiplier1 * counter2;
            counter0 = (uint)(product1 >> 32) ^ counter1 ^ key0;
            counter1 = (uint)product1;
            counter2 = (uint)(product0 >> 32) ^ counter3 ^ key1;
            counter3 = (uint)product0;
            key0 += KeyStep0;
            key1 += KeyStep1;
        }

        return (counter0, counter1, counter2, counter3);
    }
}
