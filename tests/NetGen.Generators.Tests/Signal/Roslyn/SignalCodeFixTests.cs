using Microsoft.CodeAnalysis;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Signal.Roslyn;

/// <summary>Fixes in a real workspace: their titles, the text they give, and that it compiles and clears what it says.</summary>
public sealed class SignalCodeFixTests
{
    public static TheoryData<string> Cases => new(SignalCases.All.Keys);

    public static TheoryData<string> Edits => new(EditCases.All.Keys);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task EveryFix_CompilesClearsTheRuleAndRaisesNoWarning(string name)
    {
        var declared = SignalCases.All[name];
        using var workspace = new SignalWorkspace(declared.Options, Diagnostics.MarkedSource.Parse(SignalCase.Net(declared.Fires)).Text);
        var before = await workspace.AnalyzeAsync();
        var fixes = await workspace.OfferAsync(before.Single(diagnostic => diagnostic.Id == declared.Rule));

        Assert.NotEmpty(fixes);
        foreach (var fix in fixes)
        {
            var text = Assert.Single(await workspace.PreviewAsync(fix));
            using var after = new SignalWorkspace(declared.Options, text);
            var left = await after.AnalyzeAsync();
            Assert.DoesNotContain(left, diagnostic => diagnostic.Id == declared.Rule);
            Assert.All(
                left.Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info),
                diagnostic => Assert.Contains(before, known => known.Id == diagnostic.Id));
            Assert.DoesNotContain((await after.CompileAsync()).GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            Assert.DoesNotContain("global::", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task Fix_LeavesEverythingElseAsItIsWritten(string name)
    {
        var edit = EditCases.All[name];
        using var workspace = new SignalWorkspace("", edit.Before);
        var fixes = await workspace.OfferAsync((await workspace.AnalyzeAsync()).First(diagnostic => diagnostic.Id == edit.Rule));
        var fix = Assert.Single(fixes, fix => fix.Title.StartsWith(edit.Title, StringComparison.Ordinal));
        Assert.Equal(edit.After, Assert.Single(await workspace.PreviewAsync(fix)));
    }

    [Fact]
    public async Task Fixes_AreTitledWithWhatTheyGiveAndBestFirst()
    {
        using var workspace = new SignalWorkspace("", SignalCase.Net("""
            [Input(784, Mean = 0.1307, StandardDeviation = 0.3081)]
            [Dense(300, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1)]
            [Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1)]
            [Dense(10, Initializer = Initializer.Normal, StandardDeviation = 1)]
            [Loss(Loss.SoftmaxCrossEntropy)]
            """));
        var fixes = await workspace.OfferAsync(Assert.Single(await workspace.AnalyzeAsync()));
        Assert.Equal(
            [
                "Use CentredLogistic after logistic units: under 1% saturated, gradient ratio 0.2",
                "Use tanh with GlorotUniform in the hidden layers: under 1% saturated, gradient ratio 0.2",
                "Use ReLU with HeNormal in the hidden layers: gradient ratio 0.2",
                "Use LeCunNormal with Gain.Exact in every layer: under 1% saturated, gradient ratio 0.02",
                "Use GlorotUniform in every layer: under 1% saturated, gradient ratio 0.01",
            ],
            fixes.Select(static fix => fix.Title));
    }

    [Fact]
    public async Task FixAll_MendsEveryNetworkOfTheProject()
    {
        const string First = """
            using NetGen;
            [NeuralNetwork, Input(100), Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal), Dense(10), Loss(Loss.SoftmaxCrossEntropy)] partial class A;
            class Outer
            {
                // the second
                [NeuralNetwork, Input(100), Dense(100, Activation.Tanh, Initializer = Initializer.Normal), Dense(10), Loss(Loss.SoftmaxCrossEntropy)] partial class B;
            }
            """;
        const string Second = """
            [NetGen.NeuralNetwork]
            [NetGen.Input(100)]
            [NetGen.Dense(100, NetGen.Activation.Sigmoid, Initializer = NetGen.Initializer.Normal, StandardDeviation = 2)] // wide
            [NetGen.Dense(10)]
            [NetGen.Loss(NetGen.Loss.SoftmaxCrossEntropy)]
            partial class C;
            """;
        using var workspace = new SignalWorkspace("", First.Replace("class Outer", "partial class Outer", StringComparison.Ordinal), Second);
        Assert.Equal(3, (await workspace.AnalyzeAsync()).Count(static diagnostic => diagnostic.Id == "NETGEN101"));

        using var mended = new SignalWorkspace("", await workspace.FixAllAsync("NETGEN101"));
        Assert.Empty(await mended.AnalyzeAsync());
        Assert.DoesNotContain((await mended.CompileAsync()).GetDiagnostics(TestContext.Current.CancellationToken), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public async Task FixAll_OfSeveralFindingsInOneClassIsOneChange()
    {
        const string Source = "using NetGen; [NeuralNetwork, Input(20, Mean = 0, StandardDeviation = 1), Dense(20, Activation.Tanh), Activation(Activation.Relu), Activation(Activation.Tanh), Dense(5), Activation(Activation.Tanh), Activation(Activation.Elu)] partial class A;";
        using var workspace = new SignalWorkspace("", Source);
        Assert.Equal(3, (await workspace.AnalyzeAsync()).Count(static diagnostic => diagnostic.Id == "NETGEN302"));
        Assert.Equal(
            ["using NetGen; [NeuralNetwork, Input(20, Mean = 0, StandardDeviation = 1), Dense(20, Activation.Tanh), Dense(5), Activation(Activation.Tanh)] partial class A;"],
            await workspace.FixAllAsync("NETGEN302"));
    }

    /// <summary>What the warning promises: the network of the first fix trains on clusters that the declared one hardly tells apart.</summary>
    [Fact]
    public async Task TheFirstFix_Trains()
    {
        var source = SignalCase.Net("""
            [Input(64, Mean = 0, StandardDeviation = 1)]
            [Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1)]
            [Dense(100, Activation.Sigmoid, Initializer = Initializer.Normal, StandardDeviation = 1)]
            [Dense(10)]
            [Loss(Loss.SoftmaxCrossEntropy)]
            """);
        using var workspace = new SignalWorkspace("", source);
        var found = Assert.Single(await workspace.AnalyzeAsync());
        Assert.Contains("% of its logistic units start saturated at initialization", found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var text = Assert.Single(await workspace.PreviewAsync((await workspace.OfferAsync(found))[0]));

        var (declared, mended) = (Train(source), Train(text));
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"loss after training: {declared} as declared, {mended} mended"));
        Assert.InRange(mended, 0, 0.2f);
        Assert.True(declared > 2 * mended, FormattableString.Invariant($"The declared network reached {declared}, the mended one {mended}."));
    }

    private static float Train(string source)
    {
        const int Samples = 200;
        using var loaded = EmittedAssembly.Load(GeneratorHarness.Run(new NetworkGenerator(), CompilationBuilder.Default.Build(source)));
        var network = loaded.Create("Net");
        var random = new Random(7);
        var centres = Enumerable.Range(0, 10 * 64).Select(_ => random.NextDouble() - 0.5).ToArray();
        var inputs = new float[Samples * 64];
        var classes = new double[Samples];
        for (var sample = 0; sample < Samples; sample++)
        {
            classes[sample] = sample % 10;
            for (var feature = 0; feature < 64; feature++)
            {
                inputs[(sample * 64) + feature] = (float)(centres[((sample % 10) * 64) + feature] + (3 * (random.NextDouble() - 0.5)));
            }
        }

        var targets = network.ConvertTargets(classes);
        var optimizer = new Sgd(0.5f);
        for (var step = 0; step < 200; step++)
        {
            network.TrainStep(inputs, targets, optimizer);
        }

        return network.ComputeLoss(inputs, targets);
    }
}
