using System.Diagnostics;
using System.Globalization;
using NetGen.Calibration;
using NetGen.Generators;
using NetGen.Generators.Parsing;
using NetGen.Generators.Signal.Rules;
using NetGen.Testing.Compiling;

// Trains every network for real, asks the rules about its declaration alone, and holds one against the other. With --tuning or --layers, only the networks that
// thresholds are set on, those of dense layers or the others, and no page: the rest stay unseen while there is something to set.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var clock = Stopwatch.StartNew();
CalibrationSet[]? sets = args.Contains("--tuning") ? [CalibrationSet.Tuning, CalibrationSet.Control]
    : args.Contains("--layers") ? [CalibrationSet.LayerTuning, CalibrationSet.LayerControl]
    : null;
var cases = CalibrationCases.All.Where(declared => sets is null || sets.Contains(declared.Set)).ToList();
var compilation = CompilationBuilder.Default.Build(cases.Select(static declared => declared.Source));
var run = GeneratorHarness.Run(new NetworkGenerator(), compilation);
using var emitted = EmittedAssembly.Load(run);
Console.WriteLine($"{cases.Count} networks compiled in {clock.Elapsed.TotalSeconds:F0} s");

// A network's runs do not depend on the others, so that the order in which processors take them changes nothing.
var trials = new Trial[cases.Count];
Parallel.For(0, cases.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
{
    var declared = cases[index];
    var parsed = NetworkParser.Parse(compilation.GetTypeByMetadataName(declared.TypeName)!, CancellationToken.None);
    var spec = parsed.Declaration.ToSpec() ?? throw new InvalidOperationException($"{declared.Words} is in error: {parsed.Errors.First().Descriptor.Title}");
    var context = new RuleContext(spec, training: null, SignalThresholds.Default);
    var (network, seeds) = (emitted.Assembly.GetType(declared.TypeName, throwOnError: true)!, CalibrationCases.Seeds(declared.Set));
    var measured = Budget.Spend(network, declared.Task, seeds, declared.IsOfLayers);
    var trial = trials[index] = new Trial(declared, context.Report, SignalRules.Check(context), measured, Agreement.Of(network, declared.Task, seeds[0]));
    Console.WriteLine($"{declared.Number,3} {declared.Task.Name,-16} {declared.Words,-72} {measured.Progress,7:F3} ({measured.Lowest,6:F3} to {measured.Highest,6:F3}) {measured.Final,7:F3} {measured.Setting,-10} {trial.Agreement.LargestSize,5:F2} {trial.Agreement.LargestGradient,5:F2} {string.Join(' ', trial.Warnings)}");
});

Console.WriteLine();
var report = new CalibrationReport(trials);
foreach (var matrix in report.Matrices)
{
    Console.WriteLine(matrix);
}

if (sets is not null)
{
    Console.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s");
    return 0;
}

var path = args.Length > 0 ? args[0] : Path.Combine(CalibrationReport.Repository(), "docs", "calibration.md");
File.WriteAllText(path, report.ToMarkdown());
Console.WriteLine($"Written to {path} after {clock.Elapsed.TotalSeconds:F0} s");
return report.IsPassed ? 0 : 1;
