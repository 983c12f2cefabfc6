using System.Runtime.Intrinsics;
using Xunit;

namespace NetGen.Package.Tests;

/// <summary>The packed package in projects that know nothing of this repository.</summary>
public sealed class FreshProjectTests(PackedPackage package)
{
    private const string Training = """
        using System.Runtime.Intrinsics;
        using NetGen;

        float[] inputs = [0, 0, 0, 1, 1, 0, 1, 1];
        float[] targets = [0, 1, 1, 0];
        var net = new XorNet(seed: 3);
        var optimizer = new Adam(0.05f);
        for (var step = 0; step < 300; step++)
        {
            net.TrainStep(inputs, targets, optimizer);
        }

        var probabilities = new float[4];
        net.PredictProbabilities(inputs, probabilities);
        Console.WriteLine(string.Join(' ', probabilities.Select(static p => p > 0.9f ? "on" : p < 0.1f ? "off" : "unsure")));
        Console.WriteLine(Vector256.IsHardwareAccelerated);

        [NeuralNetwork]
        [Input(2, Min = 0, Max = 1)]
        [Dense(4, Activation.Tanh)]
        [Dense(1)]
        [Loss(Loss.BinaryCrossEntropy)]
        internal sealed partial class XorNet;
        """;

    // The exclusive or of the four inputs, and whether 256-bit vectors are in use.
    private static string[] Trained(bool wide) => ["off on on off", wide.ToString()];

    [Fact]
    public async Task Network_BuildsWithoutWarningsAndTrains()
    {
        var project = FreshProject.Create(package, "Fresh", Training, "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        var run = (await project.DotnetAsync("run", "-c", "Release")).Succeeded();
        Assert.Equal(Trained(Vector256.IsHardwareAccelerated), run.Lines);
    }

    [Fact]
    public async Task Rules_AppearInTheBuild()
    {
        var project = FreshProject.Create(package, "Rules", """
            using NetGen;

            Console.WriteLine(Saturated.ParameterCount);

            [NeuralNetwork]
            [Input(784, Mean = 0.1307, StandardDeviation = 0.3081)]
            [Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1)]
            [Dense(10)]
            [Loss(Loss.SoftmaxCrossEntropy)]
            internal sealed partial class Saturated;

            [NeuralNetwork]
            [Input(4)]
            [Dense(1)]
            [Loss(Loss.MeanSquaredError)]
            internal sealed class NotPartial;
            """);
        var build = await project.DotnetAsync("build", "-c", "Release");
        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(["NETGEN001", "NETGEN101"], build.Codes);
        Assert.Contains("error NETGEN001: ", build.Output, StringComparison.Ordinal);
        Assert.Contains("warning NETGEN101: Dense1: Normal(1), fan-in 784: std(h) = 9.4, 70% of its logistic units start saturated", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NativeAot_WarnsOfItsDefaultAndRunsAtFullWidth()
    {
        Assert.SkipWhen(NativeToolchain.Missing is not null, $"Native AOT needs {NativeToolchain.Missing}.");
        var project = FreshProject.Create(package, "Native", Training, "<PublishAot>true</PublishAot>");

        var publish = (await project.DotnetAsync("publish", "-c", "Release", "-o", "default")).Succeeded();
        Assert.Equal(["NETGEN401"], publish.Codes);
        Assert.Contains("<IlcInstructionSet>native</IlcInstructionSet>", publish.Output, StringComparison.Ordinal);
        Assert.Equal(Trained(wide: false), (await project.RunPublishedAsync("default")).Succeeded().Lines);

        publish = (await project.DotnetAsync("publish", "-c", "Release", "-o", "native", "-p:IlcInstructionSet=native")).Succeeded();
        Assert.Empty(publish.Codes);
        Assert.Equal(Trained(Vector256.IsHardwareAccelerated), (await project.RunPublishedAsync("native")).Succeeded().Lines);
    }
}
