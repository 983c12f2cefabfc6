using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Testing.Compiling;
using NetGen.Testing.Incremental;
using NetGen.Testing.Networks;
using Xunit;

namespace NetGen.Generators.Tests.Generation;

/// <summary>What the generator does again, and does not, when the project is edited.</summary>
public sealed class PipelineTests(ITestOutputHelper output)
{
    private const string Declaration = """
        using NetGen;

        namespace Project;

        [NeuralNetwork, Input(4), Dense(8, Activation.Tanh), Dense(3), Loss(Loss.SoftmaxCrossEntropy)]
        public partial class Net;
        """;

    private static readonly CSharpCompilation s_project = CompilationBuilder.Default.Build(Declaration, "namespace Project { class Other { int Number => 1; } }");

    [Fact]
    public void SameProject_RunsNothingAgainAndKeepsNoCompilerObject() => IncrementalCheck.CheckCached(new NetworkGenerator(), s_project, TrackingNames.All);

    [Fact]
    public void RandomNetworks_RunNothingAgainAndKeepNoCompilerObject()
    {
        var declarations = NetworkGenerators.Draw(40, seed: 5).Select(static network => DeclarationWriter.Write(network.Network));
        var run = IncrementalCheck.CheckCached(new NetworkGenerator(), CompilationBuilder.Default.Build(declarations.Prepend(OwnTypes.Source)), TrackingNames.All);
        Assert.Equal(40, run.Sources.Length);
    }

    [Fact]
    public void DeclarationInError_KeepsNoCompilerObject()
    {
        var project = CompilationBuilder.Default.Build("using NetGen; [NeuralNetwork, Input(0), Dense(3, Name = \"two words\"), Loss(Loss.Huber, Delta = -1)] partial class Net;");
        IncrementalCheck.CheckCached(new NetworkGenerator(), project, TrackingNames.All);
    }

    [Fact]
    public void AddedComment_DoesNotRegenerate()
    {
        var run = Edit(s_project.SyntaxTrees[0], "// a comment\n" + Declaration);
        run.Expect(TrackingNames.Declarations, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached).ExpectOutputs(IncrementalStepRunReason.Cached);
        Assert.Equal(0, run.Changed);
    }

    [Fact]
    public void AddedMember_DoesNotRegenerate()
    {
        var run = Edit(s_project.SyntaxTrees[0], Declaration.Replace("class Net;", "class Net { int Own => 1; }", StringComparison.Ordinal));
        run.Expect(TrackingNames.Declarations, IncrementalStepRunReason.Unchanged).ExpectOutputs(IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void ChangedUnits_Regenerates()
    {
        var run = Edit(s_project.SyntaxTrees[0], Declaration.Replace("Dense(8", "Dense(9", StringComparison.Ordinal));
        run.Expect(TrackingNames.Declarations, IncrementalStepRunReason.Modified).ExpectOutputs(IncrementalStepRunReason.Modified);
        Assert.Contains("9", run.Second.Sources.Single().SourceText.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(run.First.Sources.Single().SourceText.ToString(), run.Second.Sources.Single().SourceText.ToString());
    }

    [Fact]
    public void RemovedNetwork_RemovesItsFile()
    {
        var run = Edit(s_project.SyntaxTrees[0], "namespace Project;");
        Assert.Single(run.First.Sources);
        Assert.Empty(run.Second.Sources);
    }

    [Fact]
    public void UnrelatedEdits_ChangeNoStep()
    {
        var added = IncrementalCheck.Run(new NetworkGenerator(), s_project, s_project.AddSyntaxTrees(CompilationBuilder.Default.Parse("class Unrelated { int Number => 3; }", "Unrelated.cs")), TrackingNames.All);
        var edited = Edit(s_project.SyntaxTrees[1], "namespace Project { class Other { int Number => 2; } }");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"steps and outputs that changed: {added.Changed} after an added file, {edited.Changed} after an edited one; the compiler's own attribute step handed over {added.Recomputed} and {edited.Recomputed} declarations to compare"));
        Assert.Equal(0, added.Changed);
        Assert.Equal(0, edited.Changed);

        // The transform reads symbols, so that it must run with every new compilation; nothing behind it may.
        added.ExpectOutputs(IncrementalStepRunReason.Cached);
        edited.ExpectOutputs(IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void TenLayersOfThreeHundredUnits_PrintsTheTime()
    {
        var layers = string.Concat(Enumerable.Repeat("[Dense(300, Activation.Relu)]\n", 9));
        var project = CompilationBuilder.Default.Build($"using NetGen;\n[NeuralNetwork]\n[Input(784)]\n{layers}[Dense(10)]\n[Loss(Loss.SoftmaxCrossEntropy)]\npartial class Deep;");
        var generator = new NetworkGenerator();
        var times = new List<double>();
        for (var repetition = 0; repetition < 5; repetition++)
        {
            var clock = Stopwatch.StartNew();
            GeneratorHarness.CreateDriver(generator, project).RunGenerators(project, TestContext.Current.CancellationToken);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        var run = GeneratorHarness.Run(generator, project);
        var length = run.Sources.Single().SourceText.Length;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"784-[300 x 9]-10: generated in {times[0]:f0} ms cold, {times.Min():f1} ms warm; {length:n0} characters"));
        Assert.True(length > 0);
    }

    private static IncrementalRun Edit(SyntaxTree tree, string text) => IncrementalCheck.Run(
        new NetworkGenerator(),
        s_project,
        s_project.ReplaceSyntaxTree(tree, CompilationBuilder.Default.Parse(text, tree.FilePath)),
        TrackingNames.All);
}
