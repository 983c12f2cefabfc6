using System.Diagnostics;
using System.Globalization;

namespace NetGen.Benchmarks.Cold;

/// <summary>Runs a job in a process of its own, from its start to its end: the host, the JIT and everything else are paid for.</summary>
internal static class ColdProcess
{
    /// <summary>Runs it once.</summary>
    /// <param name="job">One of <see cref="ColdJobs"/>.</param>
    /// <returns>Seconds from start to end, and the numbers that the job printed.</returns>
    /// <exception cref="InvalidOperationException">The process failed.</exception>
    public static (double Seconds, double[] Numbers) Run(string job)
    {
        var start = SelfStart.Of("cold", job);
        start.RedirectStandardOutput = true;
        var clock = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        return process.ExitCode == 0
            ? (seconds, [.. output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(static word => double.Parse(word, CultureInfo.InvariantCulture))])
            : throw new InvalidOperationException($"The job {job} ended with exit code {process.ExitCode}, having printed: {output}");
    }
}
