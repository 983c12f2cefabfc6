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
    public void ChangedAccessibility_RegeneratesNothing()
    {
        var run = Edit("File0.cs", Network.Replace("internal sealed", "internal", StringComparison.Ordinal));
        run.ExpectOutputs(IncrementalStepRunReason.Cached);
    }

    private static IncrementalRun Edit(string path, string text)
    {
        var old = s_compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        return IncrementalCheck.Run(
            new NetworkGenerator(), s_compilation, s_compilation.ReplaceSyntaxTree(old, CompilationBuilder.Default.Parse(text, path)), TrackingNames.All);
    }
}
