using System.Diagnostics;
using System.Globalization;
using NetGen.Benchmarks.Cold;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Report;

namespace NetGen.Benchmarks.Work;

/// <summary>W1 from its first epoch to its last, in a process that has run it before, on two workers and on one.</summary>
internal sealed class WholeTrainingWork : BenchmarkWork
{
    private const double LargestError = 0.01;

    /// <inheritdoc/>
    public override bool IsShort => false;

    /// <inheritdoc/>
    public override Row Measure(Effort effort, Machine machine)
    {
        var peak = Peak.Measure();
        var (two, error) = Train(workers: 2);
        var (one, errorOfOne) = Train(workers: 1);
        return Judge(
            new Row
            {
                Id = Id,
                Title = Title,
                Ours = new Timing(two, two, 1, 1),
                PeakGflops = peak,
                Note = string.Create(
                    CultureInfo.InvariantCulture,
                    $"the mean squared error over the training data is {error:0.0000} on two workers and {errorOfOne:0.0000} on one, which took {Words.Time(one)}. Measured once each."),
                Targets = [ErrorTarget(error)],
            },
            machine);
    }

    /// <summary>Whether the training came as far as it should.</summary>
    public static TargetResult ErrorTarget(double error) => new(
        string.Create(CultureInfo.InvariantCulture, $"training error at most {LargestError}"),
        string.Create(CultureInfo.InvariantCulture, $"{error:0.0000}"),
        error <= LargestError ? Verdict.Reached : Verdict.Short);

    private static (double Seconds, double Error) Train(int workers)
    {
        var start = Stopwatch.GetTimestamp();
        var error = ColdJobs.TrainMatrixExponential(workers);
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, error);
    }
}
