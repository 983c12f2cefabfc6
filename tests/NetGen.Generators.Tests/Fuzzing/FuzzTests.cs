using CsCheck;
using Microsoft.CodeAnalysis;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Fuzzing;

/// <summary>
/// Whatever is declared, generator and analyzers do not throw, and a declaration without an error gives code that compiles without a warning. All
/// declarations go through the generator and the analyzers, a hundred at a time; the code that came out is compiled for one hundred in five. Another seed
/// in NETGEN_FUZZ_SEED gives other declarations.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Batches = 50;
    private const int FilesPerBatch = 100;
    private const int CompiledEvery = 5;

    [Fact]
    public void RandomDeclarations_GiveAnErrorOrCodeThatCompiles()
    {
        var seed = uint.TryParse(Environment.GetEnvironmentVariable("NETGEN_FUZZ_SEED"), out var given) ? given : 1;
        var results = new FuzzBatch[Batches];
        Parallel.For(0, Batches, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, batch =>
        {
            var generator = new PCG((uint)batch, seed);
            results[batch] = FuzzBatch.Run([.. Enumerable.Range(0, FilesPerBatch).Select(file => DeclarationFuzzer.File.Generate(generator, null, out _))], compilesAll: batch % CompiledEvery == 0);
        });

        var total = results.Sum(static batch => batch.Total);
        var accepted = total - results.Sum(static batch => batch.Refused);
        var ours = results.Sum(static batch => batch.Ours);
        output.WriteLine(FormattableString.Invariant($"{total} declarations: {accepted} compiled, {total - accepted} with an error, {ours} of them with one of ours"));
        Assert.True(total >= 5000);

        // Both kinds must be there in numbers, or the run says little.
        Assert.InRange(accepted, total / 10, total * 9 / 10);
        Assert.InRange(ours, total / 10, total * 9 / 10);
    }

    [Fact]
    public void Cancellation_IsHonoured()
    {
        var compilation = CompilationBuilder.Default.Build("using NetGen; [NeuralNetwork, Input(300), Dense(300), Dense(300), Dense(300)] partial class Net;");
        var driver = GeneratorHarness.CreateDriver(new NetworkGenerator(), compilation);
        Assert.ThrowsAny<OperationCanceledException>(() => driver.RunGenerators(compilation, new CancellationToken(canceled: true)));
    }
}
