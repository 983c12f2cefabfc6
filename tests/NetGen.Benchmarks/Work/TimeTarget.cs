using System.Globalization;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Report;

namespace NetGen.Benchmarks.Work;

/// <summary>
/// An absolute time, stated for a machine of a certain peak. It is judged as it stands and, where it is missed, once more scaled by the ratio of the peaks.
/// </summary>
/// <param name="Seconds">At most.</param>
/// <param name="Scales">Whether the time is spent computing, so that it depends on the machine's peak.</param>
internal sealed record TimeTarget(double Seconds, bool Scales = true) : Target
{
    // Of the AVX-512 machine on which the times were set, GFLOP/s of one core.
    private const double StatedPeak = 219;

    /// <inheritdoc/>
    public override TargetResult Judge(Row row, Machine machine)
    {
        if (row.Ours is null)
        {
            return new TargetResult(Words.Time(Seconds), "-", Verdict.NotMeasured);
        }

        var time = row.Ours.Median;
        var scaled = Scales && row.PeakGflops is { } peak ? Seconds * Math.Max(1, StatedPeak / peak) : Seconds;
        var words = scaled > Seconds * 1.005
            ? string.Create(CultureInfo.InvariantCulture, $"{Words.Time(Seconds)}; {Words.Time(scaled)} by the ratio of the peaks")
            : Words.Time(Seconds);
        return new TargetResult(words, Words.Time(time), time <= Seconds ? Verdict.Reached : time <= scaled ? Verdict.ReachedScaled : Verdict.Short);
    }
}
