namespace NetGen.Generators.Signal;

/// <summary>
/// The nodes and weights of the ten-point Gauss-Legendre rule on [-1, 1]. The engine integrates panel by panel instead of by the trapezoid rule, since the
/// panels' edges can stand on an activation's kinks, at any mean, and need no closed form for what lies beyond the last node.
/// </summary>
internal static class GaussLegendre
{
    /// <summary>Nodes a panel.</summary>
    public const int Order = 10;

    /// <summary>The zeros of the Legendre polynomial of degree ten, ascending.</summary>
    public static double[] Nodes { get; } = new double[Order];

    /// <summary>The weight of each node; they sum to 2.</summary>
    public static double[] Weights { get; } = new double[Order];

    static GaussLegendre()
    {
        for (var index = 0; index < Order; index++)
        {
            // Newton's method from the asymptotic position of the zero; it doubles the digits each time.
            var node = -Math.Cos(Math.PI * (index + 0.75) / (Order + 0.5));
            double slope = 1;
            for (var iteration = 0; iteration < 8; iteration++)
            {
                var value = Legendre(node, out slope);
                node -= value / slope;
            }

            Nodes[index] = node;
            Weights[index] = 2 / ((1 - (node * node)) * slope * slope);
        }
    }

    private static double Legendre(double x, out double slope)
    {
        double previous = 1;
        var current = x;
        for (var degree = 2; degree <= Order; degree++)
        {
            var next = ((((2 * degree) - 1) * x * current) - ((degree - 1) * previous)) / degree;
            previous = current;
            current = next;
        }

        slope = Order * ((x * current) - previous) / ((x * x) - 1);
        return current;
    }
}
