using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Benchmarks.Compiling;
using NetGen.Benchmarks.Measuring;
using NetGen.Benchmarks.Report;
using NetGen.Generators;
using NetGen.Testing.Compiling;

namespace NetGen.Benchmarks.Work;

/// <summary>The generator on W9's declaration, run again by a driver that has run before, each time after an edit that changes the network.</summary>
internal sealed class GeneratorWork : BenchmarkWork
{
    private const string Name = "EditedTenLayers";
    private const double Milliseconds = 20;
    private const double Kilobytes = 300;

    /// <inheritdoc/>
    public override Row Measure(Effort effort, Machine machine)
    {
        // Two compilations in turn: each run meets a network that the run before did not have.
        CSharpCompilation[] compilations = [CompilationBuilder.Default.Build(NetworkSource.TenLayers(Name)), CompilationBuilder.Default.Build(NetworkSource.TenLayers(Name, 299))];
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: CompilationBuilder.Default.ParseOptions);
        var turn = 0;
        var times = new List<double>();
        WarmUp.Run(Edit, effort.WarmUp);
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < effort.MaximumRounds && (round < effort.MinimumRounds || clock.Elapsed < effort.Budget); round++)
        {
            var start = Stopwatch.GetTimestamp();
            Edit();
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        // The size is that of the ten layers of 300 themselves.
        driver = driver.RunGenerators(compilations[0]);
        var bytes = driver.GetRunResult().Results.Single().GeneratedSources.Sum(static source => (double)Encoding.UTF8.GetByteCount(source.SourceText.ToString()));
        var timing = new Timing(Statistics.Median(times), Statistics.Quantile(times, 0.95), times.Count, 1);
        return new Row
        {
            Id = Id,
            Title = Title,
            Ours = timing,
            Targets =
            [
                new TargetResult($"under {Words.Time(Milliseconds / 1e3)} warm", Words.Time(timing.Median), timing.Median * 1e3 < Milliseconds ? Verdict.Reached : Verdict.Short),
                new TargetResult(
                    $"emitted source under {Kilobytes:0} KB",
                    string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0} KB"),
                    bytes / 1e3 < Kilobytes ? Verdict.Reached : Verdict.Short),
            ],
        };

        void Edit() => driver = driver.RunGenerators(compilations[turn++ % 2]);
    }
}
