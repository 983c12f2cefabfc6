using Xunit;

namespace NetGen.Package.Tests;

/// <summary>The packed package in projects that know nothing of this repository.</summary>
public sealed class FreshProjectTests(PackedPackage package)
{
    private const string Training = """
        using NetGen;

        float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1];
        float[] targets = [0, 1, 1, 0];
        var net = new XorNet(seed: 1);
        var optimizer = new Adam(0.05f);
        var first = net.TrainStep(inputs, targets, optimizer);
        var last = first;
        for (var step = 0; step < 200; step++)
        {
            last = net.TrainStep(inputs, targets, optimizer);
        }

        Console.WriteLine(last < first / 4 ? "trained" : $"not trained: {first} to {last}");

        [NeuralNetwork]
        [Input(2, Min = 0, Max = 1)]
        [Dense(4, Activation.Tanh)]
        [Dense(1)]
        [Loss(Loss.BinaryCrossEntropy)]
        internal sealed partial class XorNet;
        """;

    [Fact]
    public async Task Network_BuildsWithoutWarningsAndTrains()
    {
        var project = FreshProject.Create(package, "Fresh", Training);
        var run = (await project.DotnetAsync("run", "-c", "Release")).Succeeded();
        Assert.Equal("trained", run.Output.Trim());
    }

    [Fact]
    public async Task Declaration_InErrorOrSaturated_FailsTheBuild()
    {
        var project = FreshProject.Create(package, "Bad", """
            using NetGen;

            [NeuralNetwork]
            [Input(784, Mean = 0.1307, StandardDeviation = 0.3081)]
            [Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1)]
            [Dense(10)]
            [Loss(Loss.SoftmaxCrossEntropy)]
            public sealed partial class Saturated;

            [NeuralNetwork]
            [Input(4)]
            [Dense(1)]
            public sealed class NotPartial;

            internal static class Program
            {
                private static void Main() { }
            }
            """);
        var build = await project.DotnetAsync("build", "-c", "Release");
        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error NETGEN001", build.Output, StringComparison.Ordinal);
        Assert.Contains("error NETGEN101", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NativeAot_WarnsOfItsDefaultAndRuns()
    {
        Assert.SkipUnless(NativeToolchain.Missing is null, $"Native AOT needs {NativeToolchain.Missing}, which this machine has not.");
        var project = FreshProject.Create(package, "Native", Training, "<PublishAot>true</PublishAot><MSBuildWarningsNotAsErrors>NETGEN401</MSBuildWarningsNotAsErrors>");
        var publish = (await project.DotnetAsync("publish", "-c", "Release", "-o", "out")).Succeeded();
        Assert.Contains("warning NETGEN401", publish.Output, StringComparison.Ordinal);
        Assert.Contains("<IlcInstructionSet>native</IlcInstructionSet>", publish.Output, StringComparison.Ordinal);
        Assert.Equal("trained", (await project.RunPublishedAsync("Native")).Succeeded().Output.Trim());
    }
}
