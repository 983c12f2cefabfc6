using NetGen.Testing.Compiling;
using VerifyXunit;
using Xunit;

namespace NetGen.Generators.Tests.Emission;

/// <summary>A few emitted files, whole: one idea each.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public Task Smallest() => Verify("""
        using NetGen;
        [NeuralNetwork, Input(2), Dense(1, Activation.Tanh)]
        internal sealed partial class Smallest;
        """);

    [Fact]
    public Task Broken() => Verify("""
        using NetGen;
        [NeuralNetwork, Input(2), Dense(3, Activation.Relu, Alpha = 0.5), Dense(2), Loss(Loss.SoftmaxCrossEntropy)]
        internal sealed partial class Broken;
        """);

    private static async Task Verify(string source)
    {
        var compilation = CompilationBuilder.Default.Build(source);
        await Verifier.Verify(GeneratorHarness.CreateDriver(new NetworkGenerator(), compilation).RunGenerators(compilation, TestContext.Current.CancellationToken))
            .UseDirectory("Snapshots");
    }
}
