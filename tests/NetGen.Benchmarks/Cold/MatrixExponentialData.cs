namespace NetGen.Benchmarks.Cold;

/// <summary>W1's task: 10,000 matrices of 2 x 2 with standard normal elements, and their exponentials.</summary>
internal static class MatrixExponentialData
{
    /// <summary>Samples.</summary>
    public const int Count = 10_000;

    private const int Seed = 4;

    /// <summary>Draws the matrices, column by column, and computes their exponentials.</summary>
    public static (float[] Inputs, float[] Targets) Draw()
    {
        var random = new Random(Seed);
        var (inputs, targets) = (new float[4 * Count], new float[4 * Count]);
        for (var sample = 0; sample < Count; sample++)
        {
            var (a, c, b, d) = (Normal(random), Normal(random), Normal(random), Normal(random));
            Store(inputs, sample, a, b, c, d);

            // With m half the trace, (A - m)^2 = q: exp(A) = e^m (cosh(sqrt q) + (A - m) sinh(sqrt q) / sqrt q), and cos and sin where q is negative.
            var m = (a + d) / 2;
            var q = ((a - d) * (a - d) / 4) + (b * c);
            var root = Math.Sqrt(Math.Abs(q));
            var (even, odd) = q >= 0 ? (Math.Cosh(root), root > 0 ? Math.Sinh(root) / root : 1) : (Math.Cos(root), Math.Sin(root) / root);
            var scale = Math.Exp(m);
            Store(targets, sample, scale * (even + ((a - m) * odd)), scale * b * odd, scale * c * odd, scale * (even + ((d - m) * odd)));
        }

        return (inputs, targets);
    }

    private static void Store(float[] values, int sample, double a, double b, double c, double d)
    {
        var at = 4 * sample;
        (values[at], values[at + 1], values[at + 2], values[at + 3]) = ((float)a, (float)c, (float)b, (float)d);
    }

    // Box and Muller 1958.
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
