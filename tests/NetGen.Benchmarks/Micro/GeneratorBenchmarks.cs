using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Benchmarks.Compiling;
using NetGen.Generators;
using NetGen.Testing.Compiling;

namespace NetGen.Benchmarks.Micro;

/// <summary>The generator on W9's declaration.</summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private const string Name = "MicroTenLayers";

    private CSharpCompilation first = null!;
    private CSharpCompilation second = null!;
    private CSharpCompilation same = null!;
    private GeneratorDriver driver = null!;
    private bool isSecond;

    /// <summary>A driver that has run.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        first = CompilationBuilder.Default.Build(NetworkSource.TenLayers(Name));
        second = CompilationBuilder.Default.Build(NetworkSource.TenLayers(Name, 299));
        same = first.Clone();
        driver = CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: CompilationBuilder.Default.ParseOptions).RunGenerators(first);
    }

    /// <summary>An edit that changes the network.</summary>
    [Benchmark]
    public object ChangedNetwork() => driver = driver.RunGenerators((isSecond = !isSecond) ? second : first);

    /// <summary>An edit that changes nothing.</summary>
    [Benchmark]
    public object NothingChanged() => driver.RunGenerators(same);

    /// <summary>The first run of all.</summary>
    [Benchmark]
    public object NewDriver() =>
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: CompilationBuilder.Default.ParseOptions).RunGenerators(first);
}
