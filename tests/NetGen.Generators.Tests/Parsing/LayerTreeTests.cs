using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Tests.Diagnostics;
using Xunit;

namespace NetGen.Generators.Tests.Parsing;

/// <summary>Attributes in a row become a tree: layers, residual blocks around them, and repeated blocks.</summary>
public sealed class LayerTreeTests
{
    private static readonly InitializerSpec s_glorot = new(InitializerKind.GlorotUniform, IsDefault: true);

    [Fact]
    public void EveryKind_IsReadWithItsNumbers()
    {
        var shape = Shape.Of(4);
        Assert.Equal<LayerSpec>(
            [
                new DropoutSpec("Dropout1", shape, .25),
                new AlphaDropoutSpec("AlphaDropout1", shape, .5),
                new GaussianNoiseSpec("GaussianNoise1", shape, 2),
                new BatchNormalizationSpec("BatchNormalization1", shape, .2, 1e-3),
                new LayerNormalizationSpec("Norm", shape, 1e-4),
                new RmsNormalizationSpec("RmsNormalization1", shape, 1e-6),
                new FlattenSpec("Flatten1", shape),
            ],
            Parsed.Spec("""
                [Dropout(.25)]
                [AlphaDropout(rate: .5)]
                [GaussianNoise(2)]
                [BatchNormalization(Momentum = .2, Epsilon = 1e-3)]
                [LayerNormalization(Name = "Norm", Epsilon = 1e-4)]
                [RmsNormalization(Epsilon = 1e-6)]
                [Flatten]
                """).Layers.Items);
    }

    [Fact]
    public void Normalizations_HavePyTorchsDefaults() => Assert.Equal<LayerSpec>(
        [
            new BatchNormalizationSpec("BatchNormalization1", Shape.Of(4), .1, 1e-5),
            new LayerNormalizationSpec("LayerNormalization1", Shape.Of(4), 1e-5),
            new RmsNormalizationSpec("RmsNormalization1", Shape.Of(4), 1e-5),
        ],
        Parsed.Spec("[BatchNormalization, LayerNormalization, RmsNormalization]").Layers.Items);

    [Fact]
    public void Dense_ActsOnTheLastAxisAndFlattenJoinsAll()
    {
        var layers = Parsed.Network(RuleCase.Net("[Input(5, 6, 3)]\n[Dense(4)]\n[Flatten]\n[Dense(2)]")).Declaration.ToSpec()!.Layers;
        Assert.Equal(["5x6x3 5x6x4", "5x6x4 120", "120 2"], layers.Select(static layer => $"{layer.Input} {layer.Output}"));
    }

    [Fact]
    public void ResidualBlocks_Nest()
    {
        var network = Parsed.Spec("""
            [BeginResidual]
            [Dense(4)]
            [BeginResidual]
            [Dense(7)]
            [EndResidual(Projection = true, Name = "Inner")]
            [Dense(4)]
            [EndResidual]
            [Dense(2)]
            """);
        var outer = Assert.IsType<ResidualSpec>(network.Layers[0]);
        var inner = Assert.IsType<ResidualSpec>(outer.Body[1]);
        Assert.Equal(2, network.Layers.Count);
        Assert.Equal("Residual2", outer.Name);
        Assert.Null(outer.Projection);
        Assert.Equal(new DenseSpec("Inner", Shape.Of(4), 7, ActivationSpec.Identity, s_glorot, null), inner.Projection);
        Assert.Equal(["Dense1", "Dense2", "Inner", "Dense3", "Residual2", "Dense4"], network.Steps.Select(static step => step.Name));
        Assert.Equal(["4", "4", "7", "7", "4", "4"], network.Steps.Select(static step => step.Input.ToString()).Select((shape, index) => index == 2 ? network.Steps[2].Output.ToString() : shape));
    }

    [Fact]
    public void ResidualBlocks_AreNumberedByTheirClosingBrackets()
    {
        var network = Parsed.Spec("[BeginResidual, BeginResidual, Dense(4), EndResidual, EndResidual, BeginResidual, Dense(4), EndResidual]");
        Assert.Equal(["Dense1", "Residual1", "Residual2", "Dense2", "Residual3"], network.Steps.Select(static step => step.Name));
    }

    [Fact]
    public void Projection_KeepsTheOtherAxes()
    {
        var parsed = Parsed.Network(RuleCase.Net("[Input(5, 3)]\n[BeginResidual]\n[Dense(8)]\n[EndResidual(Projection = true)]"));
        var projection = Assert.IsType<ResidualSpec>(parsed.Declaration.ToSpec()!.Layers[0]).Projection!;
        Assert.Equal("5x3", projection.Input.ToString());
        Assert.Equal("5x8", projection.Output.ToString());
    }

    [Theory]
    [InlineData("[Block<Part>]", "Part1")]
    [InlineData("[Block<Part>(Times = 3)]", "Part1 Part2 Part3")]
    [InlineData("[Block<Part>(Times = 2)]\n[Block<Part>]", "Part1 Part2 Part3")]
    [InlineData("[Block<Part>(Name = \"Stage\")]", "Stage")]
    [InlineData("[Block<Part>(Name = \"Stage\", Times = 2)]\n[Block<Part>]", "Stage1 Stage2 Part3")]
    [InlineData("[Block<Part>]\n[Block<Other>]\n[Block<Part>]", "Part1 Other1 Part2")]
    public void Blocks_AreNamedAfterTheirClassAndNumbered(string attributes, string names)
    {
        var network = Parse(attributes);
        Assert.Equal(names.Split(' '), network.Layers.Select(static layer => layer.Name));
        Assert.All(network.Layers, static layer => Assert.Equal(layer.Name + ".Dense1", layer.Body[0].Name));
    }

    [Fact]
    public void Blocks_HoldTheLayersOfTheirClassAndShapesFollow()
    {
        var network = Parse("[Block<Part>(Times = 2)]");
        var second = Assert.IsType<BlockSpec>(network.Layers[1]);
        Assert.Equal("global::Part", second.DeclaredBy);
        Assert.Equal("5", second.Input.ToString());
        Assert.Equal(
            ["Part1.Dense1 4 5", "Part1.Dropout1 5 5", "Part2.Dense1 5 5", "Part2.Dropout1 5 5"],
            network.Steps.Select(static step => $"{step.Name} {step.Input} {step.Output}"));
    }

    [Fact]
    public void Blocks_ContainResidualBlocksAndOtherBlocks()
    {
        var network = Parse("[Dense(5)]\n[BeginResidual]\n[Block<Whole>(Times = 2)]\n[EndResidual]");
        Assert.Equal(
            [
                "Dense1",
                "Whole1.Part1.Dense1", "Whole1.Part1.Dropout1", "Whole1.Part2.Dense1", "Whole1.Part2.Dropout1", "Whole1.Around",
                "Whole2.Part1.Dense1", "Whole2.Part1.Dropout1", "Whole2.Part2.Dense1", "Whole2.Part2.Dropout1", "Whole2.Around",
                "Residual1",
            ],
            network.Steps.Select(static step => step.Name));
    }

    [Fact]
    public void Blocks_KnowWhatTheyReceive()
    {
        // Logistic units before the block, so that its centred layer is right there and nowhere else.
        const string Centred = "\n[NetworkBlock, Dense(3, Activation.Tanh, Initializer = Initializer.CentredLogistic)] class Centred;";
        Assert.Empty(Parsed.Network(RuleCase.Net("[Input(4)]\n[Dense(3, Activation.Sigmoid)]\n[Block<Centred>]") + Centred).Errors);
        Assert.Single(Parsed.Network(RuleCase.Net("[Input(4)]\n[Block<Centred>]") + Centred).Errors, static error => error.Descriptor.Id == "NETGEN029");
        Assert.Single(Parsed.Network(RuleCase.Net("[Input(4)]\n[Dense(3, Activation.Sigmoid)]\n[Block<Centred>(Times = 5)]") + Centred).Errors, static error => error.Descriptor.Id == "NETGEN029");
        Assert.Empty(Parsed.Network("using NetGen; " + Centred, "Centred").Errors);
    }

    [Fact]
    public void PrintGraph_IsPartOfTheNetwork()
    {
        Assert.False(Parsed.Spec("[Dense(3)]").PrintGraph);
        Assert.True(Parsed.Network("using NetGen; [NeuralNetwork(PrintGraph = true), Input(4), Dense(3)] partial class Net;").Declaration.ToSpec()!.PrintGraph);
    }

    /// <summary>Where the network is in error, members of layers that are known are emitted all the same.</summary>
    [Fact]
    public void LayersBetweenBracketsThatDoNotBalance_AreKnown()
    {
        var layers = Parsed.Network(RuleCase.Net("[Input(4)]\n[BeginResidual]\n[Dense(3)]\n[BeginResidual]\n[Dense(4)]\n[EndResidual]\n[Dense(2)]")).Declaration.Layers;
        Assert.Equal(["Dense1", "Dense2", "Dense3"], layers.Select(static layer => layer.Name));
    }

    [Fact]
    public void WithInput_FollowsTheTree()
    {
        var network = Parsed.Spec("[Flatten]\n[BeginResidual]\n[Dense(6)]\n[Dropout(.1)]\n[EndResidual(Projection = true)]\n[Dense(3)]");
        var wider = LayerTree.WithInput(network.Layers, new Shape(new([2, 5])));
        Assert.Equal(
            Parsed.Network(RuleCase.Net("[Input(2, 5)]\n[Flatten]\n[BeginResidual]\n[Dense(6)]\n[Dropout(.1)]\n[EndResidual(Projection = true)]\n[Dense(3)]")).Declaration.Layers.Items,
            wider);
        Assert.Equal(network.Layers.Items, LayerTree.WithInput(wider, Shape.Of(4)));
    }

    private static NetworkSpec Parse(string attributes)
    {
        var parsed = Parsed.Network(RuleCase.Net("[Input(4)]\n" + attributes) + """

            [NetworkBlock, Dense(5), Dropout(.1)] class Part;
            [NetworkBlock, Dense(5)] class Other;
            [NetworkBlock, BeginResidual, Block<Part>(Times = 2), EndResidual(Name = "Around")] class Whole;
            """);
        Assert.Empty(parsed.Errors);
        return parsed.Declaration.ToSpec()!;
    }
}
