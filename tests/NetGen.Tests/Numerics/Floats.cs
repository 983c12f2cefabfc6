namespace NetGen.Tests.Numerics;

/// <summary>What the tests of numerics share: distances in units in the last place, and values that go wrong first.</summary>
internal static class Floats
{
    /// <summary>Zeros, subnormals, extremes, infinities, NaN, and ordinary numbers.</summary>
    public static readonly float[] Special =
    [
        0, -0f, float.Epsilon, -float.Epsilon, 1e-40f, -1e-40f, 1.17549435e-38f, -1.17549435e-38f, 1e-20f, -1e-20f, 1e-4f, -1e-4f, 0.5f, -0.5f, 1, -1, 3, -3,
        20, -20, 100, -100, 1e30f, -1e30f, float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN,
    ];

    /// <summary>Every so many-th float of all there are, of either sign, NaN left out.</summary>
    public static IEnumerable<float> Every(uint step)
    {
        const uint PositiveCount = 0x7F800001;
        for (uint bits = 0; bits < PositiveCount; bits += step)
        {
            yield return BitConverter.UInt32BitsToSingle(bits);
            yield return BitConverter.UInt32BitsToSingle(bits | 0x80000000);
        }
    }

    /// <summary>How far a float is from the true value, in units in the last place of the float nearest to it.</summary>
    public static double UlpsFrom(float actual, double expected)
    {
        if (double.IsNaN(expected) || float.IsNaN(actual))
        {
            return double.IsNaN(expected) && float.IsNaN(actual) ? 0 : double.PositiveInfinity;
        }

        var nearest = (float)expected;
        if (float.IsInfinity(nearest) || float.IsInfinity(actual))
        {
            return nearest == actual ? 0 : double.PositiveInfinity;
        }

        var magnitude = MathF.Abs(nearest);
        var unit = (double)MathF.BitIncrement(magnitude) - magnitude;
        return Math.Abs(actual - expected) / (double.IsInfinity(unit) ? (double)magnitude - MathF.BitDecrement(magnitude) : unit);
    }

    /// <summary>The bits of a float, all NaN being one: which one an operation hands on is the processor's choice.</summary>
    public static int Bits(float value) => BitConverter.SingleToInt32Bits(float.IsNaN(value) ? float.NaN : value);

    /// <summary>The bits of floats.</summary>
    public static int[] Bits(ReadOnlySpan<float> values)
    {
        var bits = new int[values.Length];
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = Bits(values[i]);
        }

        return bits;
    }

    /// <summary>Reproducible numbers from -1 to 1.</summary>
    public static float[] Random(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)((2 * random.NextDouble()) - 1))];
    }
}
