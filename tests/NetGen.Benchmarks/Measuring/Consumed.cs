namespace NetGen.Benchmarks.Measuring;

/// <summary>Where results go that nothing else reads, so that no compiler can tell that they are not needed.</summary>
internal static class Consumed
{
    private static float s_value;

    /// <summary>Takes a result.</summary>
    public static void Take(float value) => Volatile.Write(ref s_value, value);
}
