using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Benchmarks.Compiling;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Networks;
using NetGen.Testing.Compiling;

namespace NetGen.Benchmarks.Work;

/// <summary>The matrix products of a step of W9 alone, forward and backward, timed inside whole steps.</summary>
internal sealed class KernelWork : BenchmarkWork
{
    private const string Name = "TimedTenLayers";
    private const int Batch = 256;

    /// <inheritdoc/>
    public override Row Measure(Effort effort, Machine machine)
    {
        var stopwatch = new KernelStopwatch();
        var assembly = CompiledNetworks.Load([NetworkSource.TenLayers(Name), KernelStopwatch.Source], root => (CSharpSyntaxNode)stopwatch.Visit(root)!);
        if (stopwatch.Calls == 0)
        {
            throw new InvalidOperationException("Emitted code runs no product any more; tell KernelStopwatch what the calls of products look like now.");
        }

        var ticks = assembly.GetType(KernelStopwatch.TypeName, throwOnError: true)!.GetField("Count", BindingFlags.Public | BindingFlags.Static)!;
        var network = EmittedNetwork.Create(assembly.GetType(Name, throwOnError: true)!, seed: 1);
        var inputs = BatchData.Inputs(Batch, network.InputSize);
        var targets = BatchData.Targets<TenLayers, int>(Batch);
        var optimizer = new Adam(1e-5f);
        var (shares, times, peaks) = (new List<double>(), new List<double>(), new List<double> { Peak.Measure() });
        WarmUp.Run(() => Consumed.Take(network.TrainStep(inputs, targets, optimizer)), effort.WarmUp);
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < effort.MaximumRounds && (round < effort.MinimumRounds || clock.Elapsed < effort.Budget); round++)
        {
            ticks.SetValue(null, 0L);
            var start = Stopwatch.GetTimestamp();
            Consumed.Take(network.TrainStep(inputs, targets, optimizer));
            var whole = Stopwatch.GetTimestamp() - start;
            var inside = (long)ticks.GetValue(null)!;
            times.Add((double)inside / Stopwatch.Frequency);
            shares.Add((double)inside / whole);
            if (round % 10 == 9)
            {
                peaks.Add(Peak.Measure());
            }
        }

        return Judge(
            new Row
            {
                Id = Id,
                Title = Title,
                Flops = Operations() * Batch,
                Ours = new Timing(Statistics.Median(times), Statistics.Quantile(times, 0.95), times.Count, 1),
                PeakGflops = Statistics.Median(peaks),
                Note = string.Create(
                    CultureInfo.InvariantCulture,
                    $"operations are those of the products that are computed, so without the gradient by the network's inputs; bias and ReLU are inside. The products take {100 * Statistics.Median(shares):0.0}% of the step."),
            },
            machine);
    }

    // Forward, by the weights, and by the inputs of every layer but the first.
    private static double Operations()
    {
        var first = (double)TenLayers.Tensors.First(static tensor => tensor.Shape.Length == 2).Length;
        return (6 * BatchData.MultiplyAdds<TenLayers, int>()) - (2 * first);
    }
}
