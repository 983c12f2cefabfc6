namespace NetGen.Benchmarks.Scaling;

/// <summary>Finds where a smaller size takes longer than a larger one.</summary>
internal static class Cliffs
{
    // Differences below this are not taken for one: medians of the same work do not come out the same.
    private const double Noise = 1.03;

    /// <summary>Pairs of sizes of a series of which the smaller takes longer: 129 against 144, and every other against all above it.</summary>
    public static IReadOnlyList<(ScalingResult Smaller, ScalingResult Larger)> Find(IEnumerable<ScalingResult> results) =>
    [
        .. results.GroupBy(static result => result.Point.Series).SelectMany(static series =>
        {
            ScalingResult[] ordered = [.. series.OrderBy(static result => result.Point.Value)];
            return ordered.SelectMany((smaller, index) => ordered.Skip(index + 1).Where(larger => smaller.Seconds > larger.Seconds * Noise).Select(larger => (smaller, larger)));
        }),
    ];
}
