using Microsoft.CodeAnalysis;
using NetGen.Generators.Model;
using NetGen.Generators.Parsing;
using NetGen.Generators.Tests.Diagnostics;
using NetGen.Testing.Compiling;
using NetGen.Testing.Incremental;
using Xunit;

namespace NetGen.Generators.Tests.Parsing;

/// <summary>Declarations in error: what is known is kept, and nothing throws.</summary>
public sealed class ErrorTests
{
    public static TheoryData<string> EveryCase => new(RuleCatalogue.All.Keys);

    [Fact]
    public void Shapes_AreKnownDespiteOtherErrors()
    {
        var declaration = Declare("[Input(4, Scale = 0)]\n[Dense(3, Alpha = 1)]\n[Dense(2, (Activation)77, Name = \"Input\")]\n[Loss(Loss.Huber, Delta = -1)]");
        Assert.True(declaration.HasErrors);
        Assert.True(declaration.CanBeExtended);
        Assert.Null(declaration.ToSpec());
        Assert.Equal(Shape.Of(4), declaration.Input!.Shape);
        Assert.Equal(["Dense1", "Dense2"], declaration.Layers.Select(static layer => layer.Name));
        Assert.Equal(Shape.Of(2), declaration.Output);
        Assert.Equal(LossKind.Huber, declaration.Loss!.Kind);
    }

    [Fact]
    public void Output_IsKnownWithoutInput()
    {
        var declaration = Declare("[Dense(3)]");
        Assert.Null(declaration.Input);
        Assert.Empty(declaration.Layers);
        Assert.Equal(Shape.Of(3), declaration.Output);
    }

    [Fact]
    public void Layers_AreKnownAfterOneThatIsNot()
    {
        var declaration = Declare("[Input(4)]\n[Dense(0)]\n[Activation(Activation.Relu)]\n[Dense(5)]\n[Dense(6)]");
        Assert.Equal(["Dense3"], declaration.Layers.Select(static layer => layer.Name));
        Assert.Equal(Shape.Of(6), declaration.Output);
    }

    [Fact]
    public void Output_IsUnknownWithoutLayers() => Assert.Null(Declare("[Input(4)]").Output);

    [Fact]
    public void Loss_IsUnknownWhereItIsNone() => Assert.Null(Declare("[Input(4)]\n[Dense(1)]\n[Loss<int>]").Loss);

    [Fact]
    public void Names_AreFreeWhateverIsDeclared()
    {
        var layers = string.Join('\n', ((string[])["a b", "Predict", "Dense3", "Dense3", "", "_x", "Net", "Dense3"]).Select(static name => $"[Dense(3, Name = \"{name}\")]"));
        var names = Declare("[Input(4)]\n" + layers, "int Dense1, Dense1_;").Layers.Select(static layer => layer.Name).ToList();
        Assert.Equal(["Dense1__", "Dense2", "Dense3", "Dense4", "Dense5", "Dense6", "Dense7", "Dense8"], names);
    }

    [Fact]
    public void TakenNames_AreKept() =>
        Assert.Equal(["InputSize", "Predict"], Declare("[Input(4)]\n[Dense(3)]", "int Predict; void InputSize() { } void Fit(int epochs) { }").TakenNames);

    [Theory]
    [InlineData("class Net;", false)]
    [InlineData("static partial class Net;", false)]
    [InlineData("partial class Net<T>;", false)]
    [InlineData("partial struct Net;", false)]
    [InlineData("file partial class Net;", false)]
    [InlineData("partial class Net { required public int A; }", false)]
    [InlineData("partial class Net { int Predict; }", true)]
    [InlineData("partial class Net;", true)]
    public void CanBeExtended_WhereCodeCanStand(string type, bool expected)
    {
        var compilation = CompilationBuilder.Default.Build("using NetGen; [NeuralNetwork, Dense(3)] " + type);
        var symbol = compilation.GetSymbolsWithName("Net", SymbolFilter.Type, TestContext.Current.CancellationToken).OfType<INamedTypeSymbol>().Single();
        var declaration = NetworkParser.Parse(symbol, TestContext.Current.CancellationToken).Declaration;
        Assert.Equal(expected, declaration.CanBeExtended);
        Assert.True(declaration.HasErrors);
    }

    [Theory]
    [MemberData(nameof(EveryCase))]
    public void Declarations_AreEqualWhenParsedAgainAndHoldNothingOfRoslyn(string name)
    {
        var declared = RuleCatalogue.All[name];
        var first = ParseAll(declared).ToList();
        Assert.Equal(first, ParseAll(declared));
        Assert.All(first, static declaration => ObjectGraphCheck.Check(declaration));
        Assert.True(declared.Rule is "" or "NETGEN032" || first.Exists(static declaration => declaration.HasErrors));
    }

    /// <summary>A generator that throws is only a warning, and all the output is gone.</summary>
    [Theory]
    [MemberData(nameof(EveryCase))]
    public void Generator_ThrowsForNoCase(string name)
    {
        var declared = RuleCatalogue.All[name];
        var run = GeneratorHarness.Run(new NetworkGenerator(), Compile(declared));
        Assert.Empty(run.Diagnostics);
    }

    /// <summary>What breaks no rule compiles, the emitted code without any diagnostic.</summary>
    [Theory]
    [MemberData(nameof(RuleTests.Quiet), MemberType = typeof(RuleTests))]
    public void Generator_EmitsWhatCompilesForEveryQuietCase(string name) =>
        EmittedAssembly.Check(GeneratorHarness.Run(new NetworkGenerator(), Compile(RuleCatalogue.All[name])));

    [Fact]
    public void Generator_EmitsOnceForAClassThatIsANetworkTwice()
    {
        var run = GeneratorHarness.Run(new NetworkGenerator(), Compile(RuleCatalogue.All["Structure.TwoNeuralNetworks"]));
        Assert.Single(run.Sources);
    }

    [Fact]
    public void Parser_HonoursCancellation()
    {
        var type = Parsed.Symbol(RuleCase.Net("[Input(4)]\n[Dense(3)]"));
        Assert.Throws<OperationCanceledException>(() => NetworkParser.Parse(type, new CancellationToken(canceled: true)));
    }

    private static NetworkDeclaration Declare(string attributes, string body = "") => Parsed.Network(RuleCase.Net(attributes, body)).Declaration;

    private static Microsoft.CodeAnalysis.CSharp.CSharpCompilation Compile(RuleCase declared) =>
        (CompilationBuilder.Default with { LanguageVersion = declared.Language }).Build(MarkedSource.Parse(declared.Source).Text);

    private static IEnumerable<NetworkDeclaration> ParseAll(RuleCase declared)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        return Compile(declared).GetSymbolsWithName(static _ => true, SymbolFilter.Type, cancellationToken)
            .OfType<INamedTypeSymbol>()
            .Where(type => !NetworkAttributes.Of(type, cancellationToken).IsEmpty)
            .Select(type => NetworkParser.Parse(type, cancellationToken).Declaration);
    }
}
