namespace NetGen.Tests.Layers;

/// <summary>Exact numbers of floats between guards: parameters, their gradients, statistics.</summary>
internal static class Vectors
{
    private const int Guard = 40;

    /// <summary>Reproducible values from 1/2 to 3/2, NaN behind them.</summary>
    public static float[] Random(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 0.5f + random.NextSingle()), .. Enumerable.Repeat(float.NaN, Guard)];
    }

    /// <summary>NaN, to be written.</summary>
    public static float[] Empty(int count) => [.. Enumerable.Repeat(float.NaN, count + Guard)];

    /// <summary>Whether nothing was written behind the values.</summary>
    public static bool IsIntact(float[] values, int count) => Array.TrueForAll(values[count..], float.IsNaN);
}
