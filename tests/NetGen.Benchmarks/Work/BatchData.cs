namespace NetGen.Benchmarks.Work;

/// <summary>The batches that both sides get: the same numbers in every run.</summary>
internal static class BatchData
{
    private const int Seed = 20;

    /// <summary>Standard normal inputs.</summary>
    public static float[] Inputs(int samples, int width) => Normal(new Random(Seed), samples * width);

    /// <summary>Class indices where the network wants them, otherwise standard normal values.</summary>
    public static TTarget[] Targets<TNetwork, TTarget>(int samples)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        var random = new Random(Seed + 1);
        Array targets = typeof(TTarget) == typeof(int)
            ? Enumerable.Range(0, samples).Select(_ => random.Next(TNetwork.OutputSize)).ToArray()
            : Normal(random, samples * TNetwork.TargetSize);
        return (TTarget[])targets;
    }

    /// <summary>Multiply-adds of a network's layers for one sample.</summary>
    public static double MultiplyAdds<TNetwork, TTarget>()
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged => TNetwork.Tensors.Where(static tensor => tensor.Shape.Length == 2).Sum(static tensor => (double)tensor.Length);

    // Box and Muller 1958.
    private static float[] Normal(Random random, int count)
    {
        var values = new float[count];
        foreach (ref var value in values.AsSpan())
        {
            value = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        return values;
    }
}
