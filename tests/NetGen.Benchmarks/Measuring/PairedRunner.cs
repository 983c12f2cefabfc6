using System.Diagnostics;

namespace NetGen.Benchmarks.Measuring;

/// <summary>
/// Measures several sides of one work in one process, in rounds of one turn each, so that whatever the machine does meanwhile (clocks, other programs) meets
/// all of them alike.
/// </summary>
internal static class PairedRunner
{
    // Far more than a round of the fastest work has.
    private const int MostRepetitions = 1 << 24;

    /// <summary>Measures.</summary>
    /// <param name="contestants">The sides; the first is ours.</param>
    /// <param name="effort">For how long.</param>
    public static PairedResult Run(IReadOnlyList<Contestant> contestants, Effort effort)
    {
        var repetitions = contestants.Select(contestant => Prepare(contestant, effort)).ToArray();
        var times = contestants.Select(static _ => new List<double>()).ToArray();
        var peaks = new List<double> { Peak.Measure() };
        var allocated = 0L;
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < effort.MaximumRounds && (round < effort.MinimumRounds || clock.Elapsed < effort.Budget); round++)
        {
            for (var turn = 0; turn < contestants.Count; turn++)
            {
                // Another one begins each round: who comes after whom must not matter.
                var side = (turn + round) % contestants.Count;
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                contestants[side].Run(repetitions[side]);
                var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
                allocated += side == 0 ? GC.GetAllocatedBytesForCurrentThread() - before : 0;
                times[side].Add(seconds / repetitions[side]);
            }

            if (round % 10 == 9)
            {
                peaks.Add(Peak.Measure());
            }
        }

        peaks.Add(Peak.Measure());
        var timings = times.Select((side, index) =>
            new Timing(Statistics.Median(side), Statistics.Quantile(side, 0.95), side.Count, repetitions[index])).ToArray();
        return new PairedResult(timings, Statistics.Median(peaks), (double)allocated / ((long)times[0].Count * repetitions[0]));
    }

    // Runs ever longer rounds until one is long enough, for as long as the JIT has anything to do.
    private static int Prepare(Contestant contestant, Effort effort)
    {
        var repetitions = 1;
        WarmUp.Run(Round, effort.WarmUp);
        return repetitions;

        void Round()
        {
            var start = Stopwatch.GetTimestamp();
            contestant.Run(repetitions);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (seconds < effort.RoundSeconds && repetitions < MostRepetitions)
            {
                var factor = Math.Clamp(effort.RoundSeconds / Math.Max(seconds, 1e-9), 1.1, 10);
                repetitions = (int)Math.Min(MostRepetitions, Math.Ceiling(repetitions * factor));
            }
        }
    }
}
