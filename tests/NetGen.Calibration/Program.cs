using System.Diagnostics;
using System.Globalization;
using NetGen.Calibration;
using NetGen.Generators;
using NetGen.Generators.Parsing;
using NetGen.Generators.Signal.Rules;
using NetGen.Testing.Compiling;

// Trains every network for real, asks the rules about its declaration alone, and holds one against the other.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var clock = Stopwatch.StartNew();
var cases = CalibrationCases.All;
var compilation = CompilationBuilder.Default.Build(cases.Select(static declared => declared.Source));
var run = GeneratorHarness.Run(new NetworkGenerator(), compilation);
using var emitted = EmittedAssembly.Load(run);
Console.WriteLine($"{cases.Count} networks compiled in {clock.Elapsed.TotalSeconds:F0} s");

var trials = new List<Trial>();
foreach (var declared in cases)
{
    var parsed = NetworkParser.Parse(compilation.GetTypeByMetadataName(declared.TypeName)!, CancellationToken.None);
    var spec = parsed.Declaration.ToSpec() ?? throw new InvalidOperationException($"{declared.Words} is in error: {parsed.Errors.First().Descriptor.Title}");
    var context = new RuleContext(spec, training: null, SignalThresholds.Default);
    var (progress, final, rate) = Budget.Spend(emitted.Assembly.GetType(declared.TypeName, throwOnError: true)!, declared.Task);
    var trial = new Trial(declared, context.Report, SignalRules.Check(context), progress, final, rate);
    trials.Add(trial);
    Console.WriteLine($"{declared.Number,3} {declared.Task.Name,-16} {declared.Words,-70} {progress,7:F3} {final,7:F3} at {rate,-6} {string.Join(' ', trial.Warnings)}");
}

var report = new CalibrationReport(trials);
Console.WriteLine();
Console.WriteLine(report.ByAverage);
var path = args.Length > 0 ? args[0] : Path.Combine(CalibrationReport.Repository(), "docs", "calibration.md");
File.WriteAllText(path, report.ToMarkdown());
Console.WriteLine($"Written to {path} after {clock.Elapsed.TotalSeconds:F0} s");
return report.ByAverage.IsPassed ? 0 : 1;
