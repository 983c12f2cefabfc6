using NetGen.Tests.Emitted;

namespace NetGen.Tests.Training.Threads;

/// <summary>What the tests of training on several threads train on.</summary>
internal static class WorkerFixtures
{
    /// <summary>Enough samples of <see cref="TiledClassifier"/> for five shares; no multiple of any number of workers tested but 1.</summary>
    public const int Samples = 161;

    /// <summary>Random samples and classes.</summary>
    public static DataSet<int> Data<TNetwork>(int samples = Samples)
        where TNetwork : class, INetwork<TNetwork, int>
    {
        var random = new Random(5);
        return new DataSet<int>(
            (float[])[.. Enumerable.Range(0, samples * TNetwork.InputSize).Select(_ => random.NextSingle() * 2 - 1)],
            (int[])[.. Enumerable.Range(0, samples).Select(_ => random.Next(TNetwork.OutputSize))],
            TNetwork.InputSize);
    }

    /// <summary>The largest difference of two buffers, over the largest element.</summary>
    public static double Difference(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        var (largest, difference) = (0.0, 0.0);
        for (var i = 0; i < expected.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs((double)expected[i]));
            difference = Math.Max(difference, Math.Abs((double)expected[i] - actual[i]));
        }

        return difference / largest;
    }
}
