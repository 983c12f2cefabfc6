using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Testing.Compiling;
using NetGen.Testing.Incremental;
using Xunit;

namespace NetGen.Generators.Tests.Emission;

/// <summary>What an edit makes the generator do again: nothing unless the declaration itself changed.</summary>
public sealed class CachingTests(ITestOutputHelper output)
{
    private const string Network = """
        using NetGen;
        namespace Tests;
        [NeuralNetwork, Input(4), Dense(8, Activation.Relu), Dense(3), Loss(Loss.SoftmaxCrossEntropy)]
        internal sealed partial class Net;
        """;

    private const string Blocks = """
        using NetGen;
        namespace Tests;
        [NetworkBlock, BeginResidual, Dense(8, Activation.Relu), EndResidual] internal sealed class Part;
        """;

    private const string Deep = """
        using NetGen;
        namespace Tests;
        [NetworkBlock, Block<Part>(Times = 2)] internal sealed class Whole;
        [NeuralNetwork, Input(8), Block<Whole>(Times = 2), Dense(3)] internal sealed partial class DeepNet;
        """;

    private static readonly CSharpCompilation s_compilation = CompilationBuilder.Default.Build(Network, "class Unrelated { int Value => 1; }");

    [Fact]
    public void Clone_IsCachedAndHoldsNoRoslynObject() => IncrementalCheck.CheckCached(new NetworkGenerator(), s_compilation, TrackingNames.All);

    [Fact]
    public void UnrelatedEdit_RunsNothingAgain()
    {
        var run = Edit("File1.cs", "class Unrelated { int Value => 2; }");
        output.WriteLine($"Steps whose result changed after an unrelated edit: {run.Changed}");
        Assert.Equal(0, run.Changed);
        run.ExpectOutputs(IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void AddedFile_RunsNothingAgain()
    {
        var after = s_compilation.AddSyntaxTrees(CompilationBuilder.Default.Parse("class Added;", "Added.cs"));
        var run = IncrementalCheck.Run(new NetworkGenerator(), s_compilation, after, TrackingNames.All);
        Assert.Equal(0, run.Changed);
        run.ExpectOutputs(IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void AddedComment_DoesNotRegenerate()
    {
        var run = Edit("File0.cs", "// A remark.\n" + Network);
        run.Expect(TrackingNames.Declarations, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached).ExpectOutputs(IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void ChangedUnits_Regenerates()
    {
        var run = Edit("File0.cs", Network.Replace("Dense(8", "Dense(9", StringComparison.Ordinal));
        run.Expect(TrackingNames.Declarations, IncrementalStepRunReason.Modified).ExpectOutputs(IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void ChangedBlock_Regenerates()
    {
        var run = EditBlocks(Blocks.Replace("Dense(8, Activation.Relu)", "Dense(8, Activation.Tanh), Dropout(0.5)", StringComparison.Ordinal));
        run.Expect(TrackingNames.Declarations, IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void RemarkOnABlock_DoesNotRegenerate()
    {
        var run = EditBlocks("// A remark.\n" + Blocks.Replace("internal sealed class Part;", "internal sealed class Part { int Value => 1; }", StringComparison.Ordinal));
        run.Expect(TrackingNames.Declarations, IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached).ExpectOutputs(IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void UnrelatedEditBesideBlocks_RunsNothingAgain()
    {
        var compilation = CompilationBuilder.Default.Build(Deep, Blocks, "class Unrelated { int Value => 1; }");
        var run = Edit(compilation, "File2.cs", "class Unrelated { int Value => 2; }");
        Assert.Equal(0, run.Changed);
        run.ExpectOutputs(IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void CloneWithBlocks_IsCachedAndHoldsNoRoslynObject() =>
        IncrementalCheck.CheckCached(new NetworkGenerator(), CompilationBuilder.Default.Build(Deep, Blocks), TrackingNames.All);

    [Fact]
    public void ChangedAccessibility_RegeneratesNothing()
    {
        var run = Edit("File0.cs", Network.Replace("internal sealed", "internal", StringComparison.Ordinal));
        run.ExpectOutputs(IncrementalStepRunReason.Cached);
    }

    private static IncrementalRun EditBlocks(string text) => Edit(CompilationBuilder.Default.Build(Deep, Blocks), "File1.cs", text);

    private static IncrementalRun Edit(string path, string text) => Edit(s_compilation, path, text);

    private static IncrementalRun Edit(CSharpCompilation compilation, string path, string text)
    {
        var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        return IncrementalCheck.Run(
            new NetworkGenerator(), compilation, compilation.ReplaceSyntaxTree(old, CompilationBuilder.Default.Parse(text, path)), TrackingNames.All);
    }
}
