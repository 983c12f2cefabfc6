namespace NetGen.Benchmarks.Scaling;

/// <summary>One network and batch of a series.</summary>
/// <param name="Series">Which size grows: width, depth or batch.</param>
/// <param name="Value">That size.</param>
/// <param name="Width">Inputs, and units of every hidden layer.</param>
/// <param name="Depth">Hidden layers.</param>
/// <param name="Batch">Samples a step.</param>
internal sealed record ScalingPoint(string Series, int Value, int Width, int Depth, int Batch)
{
    private const int Outputs = 10;

    /// <summary>The network's class; points of one shape share it.</summary>
    public string Network => $"Width{Width}Depth{Depth}";

    /// <summary>The network's declaration.</summary>
    public string Source => Compiling.NetworkSource.Dense(Network, Width, Enumerable.Repeat(Width, Depth), Outputs);

    /// <summary>Multiply-adds a sample.</summary>
    public double MultiplyAdds => ((double)Width * Width * Depth) + (Width * Outputs);

    /// <summary>Every point, series by series.</summary>
    public static IReadOnlyList<ScalingPoint> All(bool isQuick) =>
    [
        .. (isQuick ? s_quickWidths : s_widths).Select(static width => new ScalingPoint("width", width, width, 2, 64)),
        .. (isQuick ? [1, 10] : s_depths).Select(static depth => new ScalingPoint("depth", depth, 64, depth, 64)),
        .. s_batches.Select(static batch => new ScalingPoint("batch", batch, 128, 2, batch)),
    ];

    // Neighbours of the multiples of a vector and of a tile beside the powers of two: that is where a cliff would be.
    private static readonly int[] s_widths = [8, 12, 16, 17, 24, 31, 32, 33, 48, 64, 65, 96, 100, 127, 128, 129, 144, 192, 200, 255, 256, 257, 300, 384, 512, 513, 768, 1000, 1024];
    private static readonly int[] s_quickWidths = [8, 32, 128, 129, 144];
    private static readonly int[] s_depths = [1, 2, 3, 5, 8, 12, 20, 30];
    private static readonly int[] s_batches = [1, 2, 3, 4, 8, 15, 16, 17, 32, 33, 64, 100, 128, 256, 257, 512, 1024];
}
