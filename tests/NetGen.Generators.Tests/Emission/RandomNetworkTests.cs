using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Testing.Compiling;
using NetGen.Testing.Incremental;
using NetGen.Testing.Networks;
using Xunit;

namespace NetGen.Generators.Tests.Emission;

/// <summary>What holds for one network's file holds for every kind of layer, activation, initializer and loss.</summary>
public sealed class RandomNetworkTests
{
    private static readonly CSharpCompilation s_compilation = CompilationBuilder.Default.Build(
        NetworkGenerators.Draw(60, seed: 6).Select(static network => DeclarationWriter.Write(network.Network)).Prepend(OwnTypes.Source));

    [Fact]
    public void SameProject_RunsNothingAgainAndKeepsNoCompilerObject() =>
        Assert.Equal(60, IncrementalCheck.CheckCached(new NetworkGenerator(), s_compilation, TrackingNames.All).Sources.Length);

    [Fact]
    public void DeclarationInError_KeepsNoCompilerObject()
    {
        var project = CompilationBuilder.Default.Build("using NetGen; [NeuralNetwork, Input(0), Dense(3, Name = \"two words\"), Loss(Loss.Huber, Delta = -1)] partial class Net;");
        IncrementalCheck.CheckCached(new NetworkGenerator(), project, TrackingNames.All);
    }

    [Fact]
    public void RemovedNetwork_RemovesItsFile()
    {
        var tree = s_compilation.SyntaxTrees[1];
        var removed = s_compilation.ReplaceSyntaxTree(tree, CompilationBuilder.Default.Parse("namespace Empty;", tree.FilePath));
        var run = IncrementalCheck.Run(new NetworkGenerator(), s_compilation, removed, TrackingNames.All);
        Assert.Equal(60, run.First.Sources.Length);
        Assert.Equal(59, run.Second.Sources.Length);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("")]
    public void AnyCulture_GivesTheSameText(string name)
    {
        // Without a name: everything that a number's text takes from the culture is something else than usual.
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        if (name.Length == 0)
        {
            culture.NumberFormat.NegativeSign = "\u2212";
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NumberGroupSeparator = "\u00a0";
        }

        var expected = GeneratorHarness.Run(new NetworkGenerator(), s_compilation, CultureInfo.InvariantCulture);
        var actual = GeneratorHarness.Run(new NetworkGenerator(), s_compilation, culture);
        Assert.Equal(expected.Sources.Select(static source => source.HintName), actual.Sources.Select(static source => source.HintName));
        foreach (var source in expected.Sources)
        {
            Assert.Equal(source.SourceText.ToString(), actual.Text(source.HintName));
        }

        // Negative numbers and fractions are there to go wrong.
        Assert.Matches(@"-\d+\.\d+f", string.Concat(expected.Sources.Select(static source => source.SourceText.ToString())));
    }
}
