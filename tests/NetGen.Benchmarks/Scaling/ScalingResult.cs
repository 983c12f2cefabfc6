namespace NetGen.Benchmarks.Scaling;

/// <summary>What was measured of one point.</summary>
/// <param name="Point">The network and the batch.</param>
/// <param name="Seconds">The median of a step.</param>
/// <param name="Percentile95">Its 95th percentile.</param>
/// <param name="PeakGflops">The peak of one core around it.</param>
internal sealed record ScalingResult(ScalingPoint Point, double Seconds, double Percentile95, double PeakGflops)
{
    /// <summary>By the convention of 6 operations a weight and sample.</summary>
    public double Gflops => 6 * Point.MultiplyAdds * Point.Batch / Seconds / 1e9;

    /// <summary>Of the peak, 0 to 1 and somewhat more, since the input's gradient is counted and not computed.</summary>
    public double Share => Gflops / PeakGflops;
}
