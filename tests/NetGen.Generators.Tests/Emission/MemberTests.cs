using System.Globalization;
using Microsoft.CodeAnalysis;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Emission;

/// <summary>The members of the user's class: names that could get in their way, and the views of blocks.</summary>
public sealed class MemberTests
{
    private const string Deep = """
        [NetworkBlock, LayerNormalization, Dense(3, Activation.Tanh, Name = "Dense"), BatchNormalization] internal sealed class Inner;
        [NetworkBlock, Block<Inner>(Times = 2), Dense(3)] internal sealed class Outer;
        """;

    /// <summary>A class called <c>var</c> changes what the word means, in no namespace for the whole project.</summary>
    [Theory]
    [InlineData("public sealed partial class @var;")]
    [InlineData("public partial class Outer { private sealed partial class @var; }")]
    [InlineData("public class @var; public sealed partial class Net;")]
    public void AClassCalledVar_GetsMembersThatCompile(string declaration)
    {
        foreach (var layers in new[] { "Dense(4, Activation.Tanh), Dense(2)", "Dense(4, Activation.Tanh), Dropout(0.5), BatchNormalization, Dense(2)" })
        {
            foreach (var loss in Enum.GetNames<Loss>())
            {
                var network = $"[NeuralNetwork, Input(3), {layers}, Loss(Loss.{loss})] ";
                var at = declaration.IndexOf("private sealed", StringComparison.Ordinal) is >= 0 and var inner ? inner : declaration.LastIndexOf("public sealed", StringComparison.Ordinal);
                var run = GeneratorHarness.Run(new NetworkGenerator(), CompilationBuilder.Default.Build("using NetGen; " + declaration.Insert(at, network)));
                Assert.DoesNotContain(run.Output.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && IsInMembers(run, diagnostic));
            }
        }
    }

    [Fact]
    public void Blocks_OfOneLayout_ShareTheirView()
    {
        var run = Check(Deep + "[NeuralNetwork, Input(3), Dense(3, Activation.Relu), Block<Outer>(Times = 3), Dense(2)] public sealed partial class Net;");
        var members = Members(run);
        Assert.Equal(1, Count(members, "ref struct Outer\n"));
        Assert.Equal(1, Count(members, "ref struct Inner\n"));
        Assert.Equal(2, Count(members, "ref struct "));
        Assert.Contains("public BlockViews.Outer Outer3 => new(Parameters.Slice(132, 60), State.Slice(24, 12));", members, StringComparison.Ordinal);
        Assert.Contains("public BlockViews.Inner Inner2 => new(_parameters.Slice(24, 24), _state.Slice(6, 6));", members, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[NetworkBlock, Dense(3, Name = \"Body\"), Dense(3, Name = \"Body1\"), Dense(3, Name = \"Body_\")] public sealed class Body;", "Block<Body>(Times = 2)")]
    [InlineData("[NetworkBlock, Dense(3)] public sealed class Blocks;", "Block<Blocks>(Times = 2)")]
    [InlineData("[NetworkBlock, Dense(3, Name = \"class\")] public sealed class Plain;", "Block<Plain>(Name = \"event\")")]
    [InlineData("[NetworkBlock, Dropout(0.5)] public sealed class Empty;", "Block<Empty>(Times = 2)")]
    [InlineData("[NetworkBlock, Dense(3, UseBias = false)] public sealed class Bare;", "Block<Bare>, Block<Bare>(Name = \"Other\")")]
    [InlineData(Deep, "Block<Outer>, BeginResidual, Block<Inner>(Name = \"Path\"), EndResidual(Projection = true), Dense(3, Name = \"Inner\")")]
    public void BlocksOfAnyName_Compile(string blocks, string layers) =>
        Check($"{blocks} [NeuralNetwork, Input(3), {layers}, Dense(2, Name = \"Last\")] public sealed partial class Net;");

    [Fact]
    public void ABrokenNetwork_HasItsBlocksTooAndWhatTrainingNeeds()
    {
        var run = GeneratorHarness.Run(new NetworkGenerator(), CompilationBuilder.Default.Build("using NetGen;" + Deep + """
            [NeuralNetwork, Input(3), Block<Outer>(Times = 2), BatchNormalization, Dense(2, Activation.Relu, Alpha = 0.5)]
            internal sealed partial class Net;

            internal static class Use
            {
                public static float Run(float[] x, float[] y)
                {
                    var net = new Net(seed: 1) { Step = 4, Seed = 5 };
                    net.ComputeGradients(x, y, net.Parameters, new StepContext(1, 2));
                    net.Update(net.Parameters, new Adam());
                    return net.Outer2.Inner1.Dense.Biases[0] + net.BatchNormalization1.RunningMeans[0] + net.State[0];
                }
            }
            """));
        Assert.Single(run.Sources);
        Assert.DoesNotContain(run.Output.GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    /// <summary>What users see is counted in the size that a small network may have.</summary>
    [Fact]
    public void TheSmallestNetworksMembers_AreSmall()
    {
        var run = Check("[NeuralNetwork, Input(2), Dense(1, Activation.Tanh)] public sealed partial class Smallest;");
        Assert.InRange(Members(run).Length, 1, 11_500);
    }

    private static GeneratorRun Check(string source)
    {
        var run = GeneratorHarness.Run(new NetworkGenerator(), CompilationBuilder.Default.Build("using NetGen; " + source));
        EmittedAssembly.Check(run);
        return run;
    }

    private static string Members(GeneratorRun run)
    {
        var text = run.Sources.Single().SourceText.ToString();
        return text[..EndOfMembers(text)];
    }

    private static bool IsInMembers(GeneratorRun run, Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree && run.IsEmitted(tree) && diagnostic.Location.SourceSpan.Start < EndOfMembers(tree.ToString());

    private static int EndOfMembers(string text) => text.IndexOf("namespace NetGen.Emitted", StringComparison.Ordinal) is >= 0 and var end ? end : text.Length;

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
