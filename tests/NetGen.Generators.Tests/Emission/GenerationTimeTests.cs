using System.Diagnostics;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Emission;

/// <summary>How long the generator takes, printed: machines differ, so no time is asserted, but the length of the text is.</summary>
public sealed class GenerationTimeTests(ITestOutputHelper output)
{
    [Fact]
    public void TenLayers_StayBelow300Kilobytes()
    {
        var layers = string.Concat(Enumerable.Repeat("[Dense(300, Activation.Relu)]\n", 10));
        var compilation = CompilationBuilder.Default.Build($"using NetGen;\n[NeuralNetwork, Input(784)]\n{layers}[Dense(10), Loss(Loss.SoftmaxCrossEntropy)]\ninternal sealed partial class Net;");
        var length = 0;
        for (var run = 1; run <= 5; run++)
        {
            var watch = Stopwatch.StartNew();
            var result = GeneratorHarness.Run(new NetworkGenerator(), compilation);
            output.WriteLine($"run {run}: {watch.Elapsed.TotalMilliseconds:F1} ms");
            length = result.Sources.Single().SourceText.Length;
        }

        output.WriteLine($"{length:N0} characters");
        Assert.InRange(length, 1, 300_000);
    }
}
