using NetGen.Benchmarks.Cold;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks.Work;

/// <summary>A job from process start to process end, with no part of it ever compiled or loaded before in that process.</summary>
internal sealed class ColdWork : BenchmarkWork
{
    /// <summary>Which of <see cref="ColdJobs"/>.</summary>
    public required string Job { get; init; }

    /// <summary>The same job of TorchSharp's; null where there is none.</summary>
    public string? TorchJob { get; init; }

    /// <summary>Makes ready what the job needs, and says what of it is missing; null where it needs nothing.</summary>
    public Func<string?>? Prepare { get; init; }

    /// <summary>How often the process is started.</summary>
    public int Starts { get; init; } = 5;

    /// <summary>What the numbers of the last run say, in words; null where that is nothing.</summary>
    public Func<double[], string>? Describe { get; init; }

    /// <summary>What is to be reached by a number that the job prints.</summary>
    public Func<double[], TargetResult>? Check { get; init; }

    /// <summary>What of a run is its time; all of it unless set.</summary>
    public Func<double[], double>? TimeOf { get; init; }

    /// <summary>Whether one start takes but a second or two.</summary>
    public bool StartsAreShort { get; init; } = true;

    /// <inheritdoc/>
    public override bool IsShort => Starts > 1 && StartsAreShort;

    /// <inheritdoc/>
    public override Row Measure(Effort effort, Machine machine)
    {
        if (Prepare?.Invoke() is { } problem)
        {
            return Judge(new Row { Id = Id, Title = Title, Note = $"not measured: {problem}." }, machine);
        }

        var (ours, theirs) = (new List<double>(), new List<double>());
        var (numbers, peerNumbers) = (Array.Empty<double>(), Array.Empty<double>());
        var peak = Peak.Measure();
        var runsTorch = TorchJob is not null && TorchLibrary.Problem is null;
        for (var start = 0; start < (effort == Effort.Quick ? 1 : Starts); start++)
        {
            (var seconds, numbers) = ColdProcess.Run(Job);
            ours.Add(TimeOf?.Invoke(numbers) ?? seconds);
            if (runsTorch)
            {
                (seconds, peerNumbers) = ColdProcess.Run(TorchJob!);
                theirs.Add(seconds);
            }
        }

        return Judge(
            new Row
            {
                Id = Id,
                Title = Title,
                Ours = Of(ours),
                Torch = runsTorch ? Of(theirs) : null,
                ComparesTorch = TorchJob is not null,
                PeakGflops = peak,
                Agreement = runsTorch ? new Agreement("the job's number", null, numbers[0], peerNumbers[0], Math.Abs(numbers[0] - peerNumbers[0]) / Math.Abs(peerNumbers[0])) : null,
                Note = Describe?.Invoke(numbers),
                Targets = Check is null ? [] : [Check(numbers)],
            },
            machine);
    }

    private static Timing Of(List<double> seconds) => new(Statistics.Median(seconds), Statistics.Quantile(seconds, 0.95), seconds.Count, 1);
}
