using System.Diagnostics;
using System.Globalization;
using NetGen.Calibration;
using NetGen.Generators;
using NetGen.Generators.Parsing;
using NetGen.Generators.Signal.Rules;
using NetGen.Testing.Compiling;

// Trains every network for real, asks the rules about its declaration alone, and holds one against the other. With --tuning, only the networks that thresholds
// are set on, and no page: the others stay unseen while there is something to set.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var clock = Stopwatch.StartNew();
var tuningOnly = args.Contains("--tuning");
var cases = CalibrationCases.All.Where(declared => !tuningOnly || declared.Set != CalibrationSet.HoldOut).ToList();
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
    var measured = Budget.Spend(emitted.Assembly.GetType(declared.TypeName, throwOnError: true)!, declared.Task, CalibrationCases.Seeds(declared.Set));
    var trial = trials[index] = new Trial(declared, context.Report, SignalRules.Check(context), measured);
    Console.WriteLine($"{declared.Number,3} {declared.Task.Name,-16} {declared.Words,-60} {measured.Progress,7:F3} ({measured.Lowest,6:F3} to {measured.Highest,6:F3}) {measured.Final,7:F3} {measured.Setting,-10} {string.Join(' ', trial.Warnings)}");
});

var report = new CalibrationReport(trials);
Console.WriteLine();
Console.WriteLine(report.Tuning);
if (tuningOnly)
{
    Console.WriteLine($"{clock.Elapsed.TotalSeconds:F0} s");
    return 0;
}

Console.WriteLine(report.HoldOut);
var path = args.Length > 0 ? args[0] : Path.Combine(CalibrationReport.Repository(), "docs", "calibration.md");
File.WriteAllText(path, report.ToMarkdown());
Console.WriteLine($"Written to {path} after {clock.Elapsed.TotalSeconds:F0} s");
return report.IsPassed ? 0 : 1;
