using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.CodeFixes;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using Xunit;

namespace NetGen.Generators.Tests.CodeFixes;

/// <summary>A changed layer in its attribute: what did not change stays as it is written, arguments that we have never heard of included.</summary>
public sealed class LayerEditTests
{
    private static readonly Shape s_shape = Shape.Of(4);

    private static readonly DenseSpec s_dense = new("D", s_shape, 3, new(ActivationKind.Tanh), new(InitializerKind.GlorotUniform, IsDefault: true), InitializerSpec.Zeros);

    private static readonly ResidualSpec s_residual = new("R", s_shape, new([s_dense]), s_dense);

    private static readonly Dictionary<string, (string After, LayerSpec Was, LayerSpec Now)> s_edits = new()
    {
        ["Dropout( .1 /* a tenth */, Novel = 3, Name = \"D\")"] = ("Dropout( 0.25 /* a tenth */, Novel = 3, Name = \"D\")", new DropoutSpec("D", s_shape, .1), new DropoutSpec("D", s_shape, .25)),
        ["Dropout(Novel = 3, rate: .1)"] = ("Dropout(Novel = 3, rate: 0.25)", new DropoutSpec("D", s_shape, .1), new DropoutSpec("D", s_shape, .25)),
        ["AlphaDropout(0.5, Novel = 3)"] = ("AlphaDropout(0.1, Novel = 3)", new AlphaDropoutSpec("D", s_shape, .5), new AlphaDropoutSpec("D", s_shape, .1)),
        ["NetGen.Dropout(rate: .1 , /* new */ Novel = 3)"] = ("NetGen.AlphaDropout(rate: 0.1 , /* new */ Novel = 3)", new DropoutSpec("D", s_shape, .1), new AlphaDropoutSpec("D", s_shape, .1)),
        ["GaussianNoise(1, Novel = 3 /* new */)"] = ("GaussianNoise(0.5, Novel = 3 /* new */)", new GaussianNoiseSpec("D", s_shape, 1), new GaussianNoiseSpec("D", s_shape, .5)),
        ["BatchNormalization"] = ("BatchNormalization(Epsilon = 0.001)", new BatchNormalizationSpec("D", s_shape), new BatchNormalizationSpec("D", s_shape, Epsilon: 1e-3)),
        ["BatchNormalization(Novel = 3, Momentum = 1, Epsilon = 1e-5)"] = ("BatchNormalization(Novel = 3, Epsilon = 1e-5)", new BatchNormalizationSpec("D", s_shape, 1), new BatchNormalizationSpec("D", s_shape)),
        ["LayerNormalization(/* new */ Novel = 3)"] = ("LayerNormalization(/* new */ Novel = 3, Epsilon = 0.1)", new LayerNormalizationSpec("D", s_shape), new LayerNormalizationSpec("D", s_shape, .1)),
        ["RmsNormalization(Epsilon = .1, Novel = 3)"] = ("RmsNormalization(Epsilon = 0.2, Novel = 3)", new RmsNormalizationSpec("D", s_shape, .1), new RmsNormalizationSpec("D", s_shape, .2)),
        ["Flatten(Novel = 3)"] = ("Flatten(Novel = 3)", new FlattenSpec("D", s_shape), new FlattenSpec("D", new Shape(new([2, 2])))),
        ["EndResidual(Novel = 3, Projection = true)"] = ("EndResidual(Novel = 3)", s_residual, s_residual with { Projection = null }),
        ["EndResidual(Novel = 3)"] = ("EndResidual(Novel = 3, Projection = true)", s_residual with { Projection = null }, s_residual),
        ["Activation(Activation.Relu, Novel = 3)"] = ("Activation(global::NetGen.Activation.Tanh, Novel = 3)", new ActivationLayerSpec("D", s_shape, new(ActivationKind.Relu)), new ActivationLayerSpec("D", s_shape, new(ActivationKind.Tanh))),
        ["Dense(3, Activation.Tanh, Novel = 3, UseBias = true, /* kept */ Gain = 1)"] = ("Dense(5, Activation.Tanh, Novel = 3, UseBias = true, /* kept */ Gain = 1)", s_dense, s_dense with { Units = 5 }),
        ["Dense(3, Activation.Tanh, Novel = 3)"] = (
            "Dense(3, Activation.Tanh, Novel = 3, Initializer = global::NetGen.Initializer.LeCunNormal, Gain = global::NetGen.Gain.Exact)",
            s_dense,
            s_dense with { Weights = new(InitializerKind.LeCunNormal, InitializerSpec.ExactGain) }),
    };

    public static TheoryData<string> Edits => new(s_edits.Keys);

    [Theory]
    [MemberData(nameof(Edits))]
    public void Edit_ChangesWhatChanged(string before)
    {
        var (after, was, now) = s_edits[before];
        Assert.Equal(after, LayerEdits.Write(Parse(before), was, now).ToFullString());
        Assert.Equal(before, LayerEdits.Write(Parse(before), was, was).ToFullString());
    }

    [Fact]
    public void NewLayers_AreWrittenInFull()
    {
        var neighbour = Parse("global::NetGen.Input(4)");
        Assert.Equal("global::NetGen.Flatten", LayerEdits.Create(neighbour, new FlattenSpec("F", s_shape)).ToFullString());
        Assert.Equal("global::NetGen.Dropout(0.5)", LayerEdits.Create(neighbour, new DropoutSpec("D", s_shape, .5)).ToFullString());
        Assert.Equal("global::NetGen.LayerNormalization", LayerEdits.Create(neighbour, new LayerNormalizationSpec("N", s_shape)).ToFullString());
        Assert.Equal("global::NetGen.Activation(global::NetGen.Activation.Elu)", LayerEdits.Create(neighbour, new ActivationLayerSpec("A", s_shape, new(ActivationKind.Elu, 1))).ToFullString());
        Assert.Equal("global::NetGen.Dense(3, global::NetGen.Activation.Tanh)", LayerEdits.Create(neighbour, s_dense).ToFullString());
    }

    /// <summary>Brackets that open, and blocks, declare no step of their own.</summary>
    [Fact]
    public void EveryKindOfStep_CanBeWritten() =>
        Assert.All(global::NetGen.Generators.Parsing.LayerKinds.All.Select(static kind => kind.Name).Except(["BeginResidual", "Block"]), static kind => Assert.True(LayerEdits.CanWrite(kind), kind));

    private static AttributeSyntax Parse(string attribute) =>
        ((ClassDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration("[" + attribute + "]class C;")!).AttributeLists[0].Attributes[0];
}
