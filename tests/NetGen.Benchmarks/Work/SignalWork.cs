using NetGen.Benchmarks.Compiling;
using NetGen.Benchmarks.Measuring;
using NetGen.Generators.Parsing;
using NetGen.Generators.Signal;
using NetGen.Testing.Compiling;

namespace NetGen.Benchmarks.Work;

/// <summary>The prediction of the signal through W9, as the analyzer makes it while the user types.</summary>
internal sealed class SignalWork : BenchmarkWork
{
    private const string Name = "PredictedTenLayers";

    /// <inheritdoc/>
    public override Row Measure(Effort effort, Machine machine)
    {
        var compilation = CompilationBuilder.Default.Build(NetworkSource.TenLayers(Name));
        var parsed = NetworkParser.Parse(compilation.GetTypeByMetadataName(Name)!, CancellationToken.None);
        var spec = parsed.Declaration.ToSpec() ?? throw new InvalidOperationException($"{Name} is in error: {parsed.Errors.First().Descriptor.Title}");
        var result = PairedRunner.Run([new("ours", Analyze)], effort);
        return Judge(new Row { Id = Id, Title = Title, Ours = result.Timings[0] }, machine);

        void Analyze(int count)
        {
            for (var step = 0; step < count; step++)
            {
                Consumed.Take(SignalAnalysis.Analyze(spec).Layers.Count);
            }
        }
    }
}
