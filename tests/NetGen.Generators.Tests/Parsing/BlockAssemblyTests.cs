using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generators.Parsing;
using NetGen.Generators.Tests.Diagnostics;
using NetGen.Testing.Compiling;
using Xunit;

namespace NetGen.Generators.Tests.Parsing;

/// <summary>Blocks whose class is in another assembly, as source of another project and compiled.</summary>
public sealed class BlockAssemblyTests
{
    private const string Blocks = """
        using NetGen;
        namespace Parts;

        [NetworkBlock]
        [BeginResidual]
        [LayerNormalization(Epsilon = 1e-3)]
        [Dense(16, Activation.Gelu, Name = "Wide")]
        [Dense(8, UseBias = false, Initializer = Initializer.Orthogonal)]
        [EndResidual]
        public sealed class Part;

        [NetworkBlock]
        [Block<Part>(Times = 2)]
        [Dropout(0.5)]
        public sealed class Whole;

        [NetworkBlock]
        [Dropout(1)]
        public sealed class Wrong;

        [NetworkBlock]
        [Block<Wrong>]
        public sealed class Around;
        """;

    public static TheoryData<bool> Forms => [true, false];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Layers_AreThoseOfTheSource(bool isCompiled)
    {
        const string Network = "[NetGen.NeuralNetwork, NetGen.Input(8), NetGen.Block<Parts.Whole>(Times = 2)] partial class Net;";
        var expected = Parse(CompilationBuilder.Default.Build(Network, Blocks));
        var actual = Parse(Build(Network, isCompiled));
        Assert.Empty(expected.Errors);
        Assert.Empty(actual.Errors);
        Assert.Equal(18, actual.Declaration.ToSpec()!.Steps.Count);
        Assert.Equal(expected.Declaration.ToSpec(), actual.Declaration.ToSpec());
    }

    /// <summary>Messages cannot point into another assembly: they point at the block.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Errors_AreReportedAtTheNetworksOwnAttribute(bool isCompiled)
    {
        var source = MarkedSource.Parse("[NetGen.NeuralNetwork, NetGen.Input(8), [|NetGen.Block<Parts.Wrong>(Times = 3)|], [|NetGen.Block<Parts.Around>|]] partial class Net;");
        var found = await Analyzers.RunAsync(Build(source.Text, isCompiled));
        Assert.Equal("NETGEN024", Assert.Single(found, diagnostic => diagnostic.Location.SourceSpan == source.Spans[0]).Id);
        Assert.Equal("'rate' of layer 'Dropout1' of 'Wrong' is 1, but must be at least 0 and below 1: change it", found[0].GetMessage(CultureInfo.InvariantCulture));
        Assert.True(Parse(Build(source.Text, isCompiled)).Declaration.HasErrors);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task ShapesThatDoNotFit_AreReportedAtTheNetworksOwnAttributeOnce(bool isCompiled)
    {
        var source = MarkedSource.Parse("[NetGen.NeuralNetwork, NetGen.Input(9), [|NetGen.Block<Parts.Whole>(Times = 3)|]] partial class Net;");
        var found = Assert.Single(await Analyzers.RunAsync(Build(source.Text, isCompiled)));
        Assert.Equal("NETGEN036", found.Id);
        Assert.Equal(source.Spans[0], found.Location.SourceSpan);
        Assert.StartsWith("The residual block 'Whole1.Part1.Residual1' of 'Net' receives 9", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>In another file of the same assembly messages point at the block's own attribute.</summary>
    [Fact]
    public async Task Errors_AreReportedInTheBlocksOwnFile()
    {
        const string Network = "[NetGen.NeuralNetwork, NetGen.Input(9), NetGen.Block<Parts.Part>(Times = 3), NetGen.Block<Parts.Around>] partial class Net;";
        var compilation = CompilationBuilder.Default.Build(Network, Blocks);
        var found = await Analyzers.RunAsync(compilation);
        Assert.Equal(["EndResidual", "1"], found.Select(static diagnostic => diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)));
        Assert.Equal(["NETGEN036", "NETGEN024"], found.Select(static diagnostic => diagnostic.Id));
        Assert.All(found, diagnostic => Assert.Same(compilation.SyntaxTrees[1], diagnostic.Location.SourceTree));
        Assert.True(Parse(compilation).Declaration.HasErrors);
    }

    private static ParsedNetwork Parse(CSharpCompilation compilation) => NetworkParser.Parse(compilation.GetTypeByMetadataName("Net")!, TestContext.Current.CancellationToken);

    private static CSharpCompilation Build(string source, bool isCompiled)
    {
        var library = (CompilationBuilder.Default with { AssemblyName = "Parts" }).Build(Blocks);
        if (!isCompiled)
        {
            return CompilationBuilder.Default.Build(source).AddReferences(library.ToMetadataReference());
        }

        using var stream = new MemoryStream();
        Assert.True(library.Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Success);
        return CompilationBuilder.Default.Build(source).AddReferences(MetadataReference.CreateFromImage(stream.ToArray()));
    }
}
