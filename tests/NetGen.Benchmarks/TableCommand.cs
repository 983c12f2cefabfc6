using System.Diagnostics;
using System.Globalization;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Peers;
using NetGen.Benchmarks.Report;
using NetGen.Benchmarks.Work;

namespace NetGen.Benchmarks;

/// <summary>Measures the table.</summary>
internal static class TableCommand
{
    private const string Folder = "results";

    /// <summary>Measures, prints, and writes what was asked for.</summary>
    /// <returns>The exit code: 0 where both sides of every row computed the same.</returns>
    public static int Run(Request request)
    {
        var clock = Stopwatch.StartNew();
        var machine = Machine.Current();
        var effort = request.IsQuick ? Effort.Quick : Effort.Full;
        Console.WriteLine($"{machine.Processor}, vectors of {machine.VectorBits} bits; {TorchLibrary.Description}; {OnnxLibrary.Description}");
        var rows = new List<Row>();
        foreach (var work in Select(request))
        {
            var row = work.Measure(effort, machine);
            rows.Add(row);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds,5:0} s  {row.Id,-24} {Describe(row)}"));
        }

        var peaks = rows.Where(static row => row.PeakGflops is not null).Select(static row => row.PeakGflops!.Value).ToList();
        var peak = peaks.Count > 0 ? Statistics.Median(peaks) : Peak.Measure();
        var section = new Section(machine, TorchLibrary.Description, OnnxLibrary.Description, peak, clock.Elapsed.TotalMinutes, rows);
        if (request.IsQuick || request.Rows.Count > 0)
        {
            Console.WriteLine();
            Console.WriteLine(ResultsPage.Render(section, machine.Key, Explanations.Read()));
        }
        else
        {
            new Store<Section>(Folder).Write(machine.Key, section);
            Render();
        }

        return rows.All(static row => row.Agreement?.Holds ?? true) ? 0 : 1;
    }

    /// <summary>Writes the page from the numbers kept.</summary>
    public static void Render() => Console.WriteLine($"Written to {ResultsPage.Write(new Store<Section>(Folder).ReadAll())}");

    private static List<BenchmarkWork> Select(Request request)
    {
        var all = WorkList.All.ToList();
        var unknown = request.Rows.Where(id => all.TrueForAll(work => work.Id != id)).ToList();
        if (unknown.Count > 0)
        {
            throw new ArgumentException($"There is no row {string.Join(", ", unknown)}; there are {string.Join(", ", all.Select(static work => work.Id))}.");
        }

        return [.. all.Where(work => request.Rows.Count > 0 ? request.Rows.Contains(work.Id) : !request.IsQuick || work.IsShort)];
    }

    private static string Describe(Row row)
    {
        var parts = new List<string>();
        if (row.Ours is { } ours)
        {
            parts.Add(Words.Time(ours.Median));
            foreach (var (timing, name) in ((Timing?, string)[])[(row.Torch, "libtorch"), (row.Onnx, "ONNX Runtime")])
            {
                if (timing is not null)
                {
                    parts.Add($"{name} {Words.Time(timing.Median)}");
                }
            }
        }

        parts.AddRange(row.Targets.Select(static target => $"[{target.Target}: {target.Reached}]"));
        return string.Join("  ", parts);
    }
}
