using NetGen.Initialization;

namespace NetGen.Tests.Layers;

/// <summary>What random layers draw, number by number as it is defined.</summary>
internal static class DrawReference
{
    /// <summary>Whether dropout keeps a value.</summary>
    /// <param name="step">The seed, the step, and where the batch's share begins.</param>
    /// <param name="layer">The layer's number.</param>
    /// <param name="sample">The sample's index in the share.</param>
    /// <param name="element">The value's index in the sample.</param>
    /// <param name="size">Values per sample.</param>
    /// <param name="rate">The probability to drop it.</param>
    public static bool Keeps(StepContext step, int layer, int sample, int element, int size, double rate)
    {
        var blocks = (size + 7) / 8;
        var (k, block) = (element / blocks, element % blocks);
        var word = Word(step, layer, sample, block, k / 2);
        return ((word >> (16 * (k % 2))) & 0xFFFF) >= Math.Round(rate * 65536);
    }

    /// <summary>The noise that is added to a value, for a standard deviation of 1.</summary>
    public static float Noise(StepContext step, int layer, int sample, int element, int size)
    {
        var blocks = (size + 3) / 4;
        var word = Word(step, layer, sample, element % blocks, element / blocks);
        return (float)NormalQuantile.Of((word + 0.5) / 4294967296);
    }

    private static uint Word(StepContext step, int layer, int sample, int block, int word)
    {
        var index = (uint)(step.FirstSample + sample);
        var layerAndStep = (uint)layer + (((uint)(step.Step >> 32)) << 16);
        var (word0, word1, word2, word3) = Philox.Next((uint)block, index, (uint)step.Step, layerAndStep, (uint)step.Seed, (uint)(step.Seed >> 32));
        return new[] { word0, word1, word2, word3 }[word];
    }
}
