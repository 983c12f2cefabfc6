using System.Diagnostics;
using System.Globalization;
using NetGen.Benchmarks.Compiling;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Report;
using NetGen.Benchmarks.Work;
using NetGen.Testing.Compiling;

namespace NetGen.Benchmarks.Scaling;

/// <summary>Measures steps over widths, depths and batches.</summary>
internal static class ScalingCommand
{
    private const string Folder = "scaling";
    private const float LearningRate = 1e-5f;

    private static readonly Effort s_full = new(20, 200, TimeSpan.FromSeconds(1), 2e-3, TimeSpan.FromSeconds(0.5));

    /// <summary>Measures, prints, and writes unless it was to be quick.</summary>
    public static int Run(Request request)
    {
        var clock = Stopwatch.StartNew();
        var points = ScalingPoint.All(request.IsQuick);
        var assembly = CompiledNetworks.Load(points.Select(static point => point.Source).Distinct());
        Console.WriteLine($"{points.Select(static point => point.Network).Distinct().Count()} networks compiled in {clock.Elapsed.TotalSeconds:0} s");
        var results = new List<ScalingResult>();
        foreach (var point in points)
        {
            var network = EmittedNetwork.Create(assembly.GetType(point.Network, throwOnError: true)!, seed: 1);
            var result = Measure(network, point, request.IsQuick ? Effort.Quick : s_full);
            results.Add(result);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{clock.Elapsed.TotalSeconds,5:0} s  {point.Series} {point.Value,5}  {Words.Time(result.Seconds),9}  {result.Gflops,6:0.0} GFLOP/s  {100 * result.Share,4:0}% of peak"));
        }

        foreach (var (smaller, larger) in Cliffs.Find(results))
        {
            Console.WriteLine($"{smaller.Point.Series} {smaller.Point.Value} takes {Words.Time(smaller.Seconds)}, {larger.Point.Value} only {Words.Time(larger.Seconds)}");
        }

        if (!request.IsQuick)
        {
            var machine = Machine.Current();
            new Store<ScalingSection>(Folder).Write(machine.Key, new ScalingSection(machine, clock.Elapsed.TotalMinutes, results));
            Render();
        }

        return 0;
    }

    /// <summary>Writes the page and its pictures from the numbers kept.</summary>
    public static void Render() => Console.WriteLine($"Written to {ScalingPage.Write(new Store<ScalingSection>(Folder).ReadAll())}");

    private static ScalingResult Measure(EmittedNetwork network, ScalingPoint point, Effort effort)
    {
        var inputs = BatchData.Inputs(point.Batch, point.Width);
        var random = new Random(point.Batch);
        var targets = network.ConvertTargets(Enumerable.Range(0, point.Batch).Select(_ => (double)random.Next(network.OutputSize)).ToArray());
        var optimizer = new Sgd(LearningRate);
        var measured = PairedRunner.Run([new("ours", Train)], effort);
        return new ScalingResult(point, measured.Timings[0].Median, measured.Timings[0].Percentile95, measured.PeakGflops);

        void Train(int count)
        {
            for (var step = 0; step < count; step++)
            {
                Consumed.Take(network.TrainStep(inputs, targets, optimizer));
            }
        }
    }
}
