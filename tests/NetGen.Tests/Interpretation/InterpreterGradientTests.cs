using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using Xunit;
using static NetGen.Tests.Interpretation.GradientCheck;

namespace NetGen.Tests.Interpretation;

/// <summary>Central differences over every activation, loss and kind of layer.</summary>
public sealed class InterpreterGradientTests
{
    private static readonly Shape s_vector = Shape.Of(6);
    private static readonly Shape s_steps = new(ImmutableArray.Create(3, 4));
    private static readonly Shape s_image = new(ImmutableArray.Create(2, 2, 3));
    private static readonly LossSpec s_squares = new(LossKind.MeanSquaredError);

    public static TheoryData<string> Activations => [.. Enum.GetNames<ActivationKind>()];

    public static TheoryData<string> Losses => [.. Enum.GetNames<LossKind>()];

    public static TheoryData<string> Layers => [.. LayersBetween(Shape.Of(6)).Keys];

    [Theory]
    [MemberData(nameof(Activations))]
    public void EveryActivation_InADenseLayer(string kind)
    {
        var activation = Activation(kind);
        Run(new InputSpec(Shape.Of(4), Scale: 0.5, Shift: 0.1), s_squares, Dense("First", Shape.Of(4), 5, activation), Dense("Second", Shape.Of(5), 3, activation), Dense("Third", Shape.Of(3), 2));
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void EveryActivation_OnItsOwn(string kind)
    {
        // Of rank 2, where softmax has several rows per sample.
        var image = new Shape(ImmutableArray.Create(2, 3));
        var second = Dense("Second", image, 4) with { Bias = null };
        Run(new InputSpec(image, Scale: 2), s_squares, new ActivationLayerSpec("First", image, Activation(kind)), second, new ActivationLayerSpec("Third", second.Output, Activation(kind)));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void EveryLoss(string kind)
    {
        var loss = new LossSpec(Enum.Parse<LossKind>(kind), Delta: 0.6, CustomType: "global::LogCosh");
        Run(new InputSpec(Shape.Of(3)), loss, Dense("First", Shape.Of(3), 6, new(ActivationKind.Tanh)), Dense("Second", Shape.Of(6), 4));
    }

    [Fact]
    public void EveryKindOfLayer_IsThere() => Assert.Equal(
        typeof(LayerSpec).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(LayerSpec)) && !type.IsAbstract).Select(static type => type.Name).Order(),
        Flat(LayersBetween(s_steps).Values.SelectMany(static layers => layers)).Select(static layer => layer.GetType().Name).Distinct().Order());

    [Theory]
    [MemberData(nameof(Layers))]
    public void EveryLayer_OnAVector(string name) => Check(s_vector, name);

    [Theory]
    [MemberData(nameof(Layers))]
    public void EveryLayer_OnSteps(string name) => Check(s_steps, name);

    [Theory]
    [MemberData(nameof(Layers))]
    public void EveryLayer_OnAnImage(string name) => Check(s_image, name);

    // First, and again behind a dense layer.
    private static void Check(Shape shape, string name)
    {
        var layers = LayersBetween(shape)[name];
        Run(new InputSpec(shape), s_squares, layers);
        var second = Dense("Second", layers[^1].Output, 3);
        Run(new InputSpec(shape), s_squares, [Dense("First", shape, shape.Last, new(ActivationKind.Tanh)), .. layers, second]);
    }

    // Everything that a layer can have, under one name each.
    private static ImmutableSortedDictionary<string, LayerSpec[]> LayersBetween(Shape shape)
    {
        var tanh = new ActivationSpec(ActivationKind.Tanh);
        var dense = Dense("Inner1", shape, shape.Last, tanh);
        var wider = Dense("Inner1", shape, 5, tanh);
        var normalization = new BatchNormalizationSpec("Inner2", shape, Momentum: 0.3, Epsilon: 0.01);
        var noise = new GaussianNoiseSpec("Inner3", shape, 0.5);
        var block = new BlockSpec("Block1", shape, ImmutableArray.Create<LayerSpec>(Dense("Block1.Inner1", shape, 4), new DropoutSpec("Block1.Inner2", shape.WithLast(4), 0.25)), "global::Block");
        var inner = new ResidualSpec("Inner4", shape, ImmutableArray.Create<LayerSpec>(dense with { Name = "Inner5" }, noise), Projection: null);
        return ImmutableSortedDictionary<string, LayerSpec[]>.Empty
            .Add("activation", [new ActivationLayerSpec("Inner", shape, tanh)])
            .Add("dense", [wider])
            .Add("dropout", [new DropoutSpec("Inner", shape, 0.4)])
            .Add("alpha dropout", [new AlphaDropoutSpec("Inner", shape, 0.3)])
            .Add("noise", [noise])
            .Add("batch normalization", [normalization])
            .Add("layer normalization", [new LayerNormalizationSpec("Inner", shape, 0.1)])
            .Add("root-mean-square normalization", [new RmsNormalizationSpec("Inner", shape, 0.1)])
            .Add("flatten", [new FlattenSpec("Inner", shape)])
            .Add("block", [block])
            .Add("residual", [new ResidualSpec("Residual", shape, ImmutableArray.Create<LayerSpec>(dense), Projection: null)])
            .Add("residual with a projection", [new ResidualSpec("Residual", shape, ImmutableArray.Create<LayerSpec>(wider), Projection("Residual", shape, 5))])
            .Add("residual of the same shape with a projection", [new ResidualSpec("Residual", shape, ImmutableArray.Create<LayerSpec>(dense), Projection("Residual", shape, shape.Last))])
            .Add("nested residuals", [new ResidualSpec("Outer", shape, ImmutableArray.Create<LayerSpec>(normalization, inner, wider), Projection("Outer", shape, 5))]);
    }

    private static IEnumerable<LayerSpec> Flat(IEnumerable<LayerSpec> layers) => layers.SelectMany(static layer => Flat(layer.Body).Append(layer));

    private static DenseSpec Projection(string name, Shape input, int units) => Dense(name, input, units) with { Bias = null };

    private static DenseSpec Dense(string name, Shape input, int units, ActivationSpec? activation = null) =>
        new(name, input, units, activation ?? ActivationSpec.Identity, InitializerSpec.Zeros, InitializerSpec.Zeros);
}
