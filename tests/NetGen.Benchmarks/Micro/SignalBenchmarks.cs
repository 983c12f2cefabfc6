using BenchmarkDotNet.Attributes;
using NetGen.Benchmarks.Compiling;
using NetGen.Generators.Model;
using NetGen.Generators.Parsing;
using NetGen.Generators.Signal;
using NetGen.Testing.Compiling;

namespace NetGen.Benchmarks.Micro;

/// <summary>The signal predicted for W9.</summary>
[MemoryDiagnoser]
public class SignalBenchmarks
{
    private const string Name = "MicroSignal";

    private NetworkSpec spec = null!;

    /// <summary>Parses the declaration.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var compilation = CompilationBuilder.Default.Build(NetworkSource.TenLayers(Name));
        var parsed = NetworkParser.Parse(compilation.GetTypeByMetadataName(Name)!, CancellationToken.None);
        spec = parsed.Declaration.ToSpec() ?? throw new InvalidOperationException($"{Name} is in error: {parsed.Errors.First().Descriptor.Title}");
    }

    /// <summary>All layers, forward and backward.</summary>
    [Benchmark]
    public object Analyze() => SignalAnalysis.Analyze(spec);
}
