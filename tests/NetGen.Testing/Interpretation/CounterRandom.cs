namespace NetGen.Testing.Interpretation;

/// <summary>
/// The random numbers of layers, written from their definition: they depend on seed, step, the sample's place in the batch, the layer's number and the
/// element, and on nothing else. Their source is Philox 4x32-10 (Salmon, Moraes, Dror and Shaw 2011), here in the form of the paper's figure.
/// </summary>
internal static class CounterRandom
{
    private const int HalvesPerBlock = 8;
    private const int WordsPerBlock = 4;

    /// <summary>Which elements of a sample a mask keeps: element k B + b takes half k of block b, the lower half of a word before its upper one.</summary>
    /// <param name="step">Seed, step and the first sample's place.</param>
    /// <param name="layer">The layer's number, from 1.</param>
    /// <param name="sample">Which sample of those passed.</param>
    /// <param name="size">Elements per sample.</param>
    /// <param name="rate">The probability of being dropped, to 16 bits.</param>
    public static bool[] Kept(InterpreterStep step, int layer, int sample, int size, double rate)
    {
        var threshold = Math.Round(rate * 65536);
        var blocks = (size + HalvesPerBlock - 1) / HalvesPerBlock;
        var kept = new bool[size];
        for (var block = 0; block < blocks; block++)
        {
            var words = Block(step, layer, sample, block);
            for (var half = 0; (half * blocks) + block < size && half < HalvesPerBlock; half++)
            {
                var number = half % 2 == 0 ? words[half / 2] % 65536 : words[half / 2] / 65536;
                kept[(half * blocks) + block] = number >= threshold;
            }
        }

        return kept;
    }

    /// <summary>Standard normal numbers for the elements of a sample: element k B + b takes word k of block b, from which Phi gives u = (word + 1/2) / 2^32.</summary>
    /// <param name="step">Seed, step and the first sample's place.</param>
    /// <param name="layer">The layer's number, from 1.</param>
    /// <param name="sample">Which sample of those passed.</param>
    /// <param name="size">Elements per sample.</param>
    public static double[] Normals(InterpreterStep step, int layer, int sample, int size)
    {
        var blocks = (size + WordsPerBlock - 1) / WordsPerBlock;
        var normals = new double[size];
        for (var block = 0; block < blocks; block++)
        {
            var words = Block(step, layer, sample, block);
            for (var word = 0; (word * blocks) + block < size && word < WordsPerBlock; word++)
            {
                normals[(word * blocks) + block] = SpecialFunctions.NormalQuantile((words[word] + 0.5) / 4294967296);
            }
        }

        return normals;
    }

    /// <summary>Four words of Philox 4x32-10 from a counter of four words and a key of two.</summary>
    public static uint[] Philox(uint[] counter, uint[] key)
    {
        var (l0, r0, l1, r1) = (counter[0], counter[1], counter[2], counter[3]);
        var (k0, k1) = (key[0], key[1]);
        for (var round = 1; round <= 10; round++)
        {
            var (high0, low0) = Multiply(0xD2511F53, l0);
            var (high1, low1) = Multiply(0xCD9E8D57, l1);
            (l0, r0, l1, r1) = (high1 ^ r0 ^ k0, low1, high0 ^ r1 ^ k1, low0);
            k0 = unchecked(k0 + 0x9E3779B9);
            k1 = unchecked(k1 + 0xBB67AE85);
        }

        return [l0, r0, l1, r1];
    }

    private static uint[] Block(InterpreterStep step, int layer, int sample, int block)
    {
        var (stepLow, stepHigh) = ((uint)(step.Step & 0xFFFFFFFF), (uint)(step.Step >> 32));
        return Philox(
            [(uint)block, (uint)(step.FirstSample + sample), stepLow, (uint)layer | (stepHigh << 16)],
            [(uint)(step.Seed & 0xFFFFFFFF), (uint)(step.Seed >> 32)]);
    }

    private static (uint High, uint Low) Multiply(uint left, uint right)
    {
        var product = (ulong)left * right;
        return ((uint)(product >> 32), (uint)(product & 0xFFFFFFFF));
    }
}
