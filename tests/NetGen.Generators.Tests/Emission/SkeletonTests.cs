using Microsoft.CodeAnalysis;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Emission;

/// <summary>A declaration in error still has the members whose shape is known, so that nothing but the one true error is said.</summary>
public sealed class SkeletonTests
{
    [Fact]
    public void MembersOfABrokenNetwork_CanBeUsed()
    {
        var run = GeneratorHarness.Run(new NetworkGenerator(), CompilationBuilder.Default.Build("""
            using NetGen;
            [NeuralNetwork, Input(2), Dense(3, Activation.Relu, Alpha = 0.5, Name = "Hidden"), Dense(2), Loss(Loss.SoftmaxCrossEntropy)]
            internal sealed partial class Net;

            internal static class Use
            {
                public static int Run(DataSet<int> data)
                {
                    var net = new Net(seed: 1);
                    net.Fit(data, new FitOptions());
                    net.Hidden.Biases[0] = Net.InputSize + Net.OutputSize;
                    System.Console.WriteLine(Net.Summary + net.Evaluate(data));
                    var input = Net.Input.From(data.Sample(0));
                    net.Save("a");
                    net.Load("a");
                    Net.Output output = net.Predict(in input);
                    return net.Classify(in input) + (int)output[0] + net.Parameters.Length;
                }
            }
            """));
        Assert.Single(run.Sources);
        Assert.DoesNotContain(run.Output.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    /// <summary>Layers inside of residual brackets are members like all others; those of blocks are not.</summary>
    [Fact]
    public void MembersOfABrokenTree_CanBeUsed()
    {
        var run = GeneratorHarness.Run(new NetworkGenerator(), CompilationBuilder.Default.Build("""
            using NetGen;
            [NeuralNetwork, Input(2), BeginResidual, Dense(3, Name = "class"), BatchNormalization, Dropout(2), EndResidual, Block<Part>(Times = 2), Dense(2), Loss(Loss.SoftmaxCrossEntropy)]
            internal sealed partial class Net;

            [NetworkBlock, Dense(3)] internal sealed class Part;

            internal static class Use
            {
                public static float Run(Net net) => net.@class.Biases[0] + net.Dense2.Biases[0] + Net.OutputSize + net.Classify(default(Net.Input));
            }
            """));
        Assert.Single(run.Sources);
        Assert.DoesNotContain(run.Output.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }
}
