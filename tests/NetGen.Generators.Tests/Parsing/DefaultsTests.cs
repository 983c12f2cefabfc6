using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using Xunit;

namespace NetGen.Generators.Tests.Parsing;

/// <summary>What a declaration means where it names nothing.</summary>
public sealed class DefaultsTests
{
    /// <summary>The rule of Initializer.Default, activation by activation.</summary>
    [Theory]
    [InlineData(Activation.Identity, InitializerKind.GlorotUniform)]
    [InlineData(Activation.Sigmoid, InitializerKind.GlorotUniform)]
    [InlineData(Activation.Tanh, InitializerKind.GlorotUniform)]
    [InlineData(Activation.Relu, InitializerKind.HeNormal)]
    [InlineData(Activation.LeakyRelu, InitializerKind.HeNormal)]
    [InlineData(Activation.Elu, InitializerKind.HeNormal)]
    [InlineData(Activation.Selu, InitializerKind.LeCunNormal)]
    [InlineData(Activation.Gelu, InitializerKind.HeNormal)]
    [InlineData(Activation.GeluTanh, InitializerKind.HeNormal)]
    [InlineData(Activation.Silu, InitializerKind.HeNormal)]
    [InlineData(Activation.Softplus, InitializerKind.HeNormal)]
    [InlineData(Activation.Softsign, InitializerKind.GlorotUniform)]
    [InlineData(Activation.Mish, InitializerKind.HeNormal)]
    [InlineData(Activation.HardSigmoid, InitializerKind.GlorotUniform)]
    [InlineData(Activation.HardSwish, InitializerKind.HeNormal)]
    [InlineData(Activation.Softmax, InitializerKind.GlorotUniform)]
    public void Initializer_FollowsTheActivation(Activation activation, object initializer)
    {
        var expected = new InitializerSpec((InitializerKind)initializer, IsDefault: true);
        var layer = Parsed.LastLayer($"[Dense(3, Activation.{activation})]");
        Assert.Equal((ActivationKind)activation, layer.Activation.Kind);
        Assert.Equal(expected, layer.Weights);
        Assert.Equal(InitializerSpec.Zeros, layer.Bias);
        Assert.Equal(expected, Parsed.LastLayer($"[Dense(3, Activation.{activation}, Initializer = Initializer.Default)]").Weights);
    }

    [Fact]
    public void Alpha_DependsOnTheActivation()
    {
        Assert.Equal(.01, Parsed.LastLayer("[Dense(3, Activation.LeakyRelu)]").Activation.Alpha);
        Assert.Equal(1, Parsed.LastLayer("[Dense(3, Activation.Elu)]").Activation.Alpha);
        Assert.Equal(0, Parsed.LastLayer("[Dense(3, Activation.Relu)]").Activation.Alpha);
        Assert.Equal(.3, Parsed.LastLayer("[Dense(3, Activation.LeakyRelu, Alpha = .3)]").Activation.Alpha);
    }

    [Fact]
    public void Loss_IsMeanSquaredError() => Assert.Equal(new LossSpec(LossKind.MeanSquaredError), Parsed.Spec("[Dense(3)]").Loss);

    [Theory]
    [InlineData("TorchDefault", InitializerKind.TorchDefault)]
    [InlineData("CentredLogistic", InitializerKind.CentredLogistic)]
    public void Biases_GoWithWeightsThatAreDefinedWithThem(string initializer, object kind)
    {
        const string Before = "[Dense(5, Activation.Sigmoid)]\n";
        var alone = Parsed.LastLayer(Before + $"[Dense(3, Initializer = Initializer.{initializer})]");
        Assert.Equal(new InitializerSpec((InitializerKind)kind), alone.Weights);
        Assert.Equal(new InitializerSpec((InitializerKind)kind, IsDefault: true), alone.Bias);
        var named = Parsed.LastLayer(Before + $"[Dense(3, Initializer = Initializer.{initializer}, BiasInitializer = Initializer.Ones)]");
        Assert.Equal(new InitializerSpec(InitializerKind.Ones), named.Bias);
    }

    [Fact]
    public void Bias_IsNullWithoutBiases() => Assert.Null(Parsed.LastLayer("[Dense(3, UseBias = false)]").Bias);

    [Fact]
    public void Input_HasNoStatisticsUnlessDeclared()
    {
        Assert.Equal(new InputSpec(Shape.Of(4)), Parsed.Spec("[Dense(3)]").Input);
        var declared = Parsed.Network(Diagnostics.RuleCase.Net("[Input(2, 3, Min = 0, Max = 0, Mean = 0, StandardDeviation = 1)]\n[Dense(1)]")).Declaration.Input;
        Assert.Equal(new InputSpec(new Shape(new([2, 3])), Min: 0, Max: 0, Mean: 0, StandardDeviation: 1), declared);
    }

    [Fact]
    public void Names_CountTheirKind()
    {
        var layers = Parsed.Spec("[Dense(3)]\n[Activation(Activation.Relu)]\n[Dense(3, Name = \"Middle\")]\n[Activation(Activation.Tanh)]\n[Dense(3)]").Layers;
        Assert.Equal(["Dense1", "Activation1", "Middle", "Activation2", "Dense3"], layers.Select(static layer => layer.Name));
    }

    [Fact]
    public void Shapes_FollowFromOneAnother()
    {
        var parsed = Parsed.Network(Diagnostics.RuleCase.Net("[Input(8, 9, 3)]\n[Activation(Activation.Softmax)]\n[Dense(5)]\n[Dense(2)]"));
        Assert.Equal(["8x9x3", "8x9x3", "8x9x5"], parsed.Declaration.Layers.Select(static layer => layer.Input.ToString()));
        Assert.Equal("8x9x2", parsed.Declaration.Output!.ToString());
        Assert.Equal(3, Assert.IsType<DenseSpec>(parsed.Declaration.Layers[1]).FanIn);
    }

    [Fact]
    public void OwnTypes_AreNamedInFull()
    {
        var source = $$"""
            namespace @namespace.Ünits
            {
                public struct @class<T> : NetGen.IActivation {{Diagnostics.OwnTypes.ActivationBody}}
                [NetGen.ActivationFormula("z ^ 2")] public struct Plain : NetGen.IActivation {{Diagnostics.OwnTypes.ActivationBody}}
            }
            [NetGen.NeuralNetwork, NetGen.Input(4), NetGen.Dense<@namespace.Ünits.@class<int[]>>(3), NetGen.Activation<@namespace.Ünits.Plain>] partial class Net;
            """;
        var layers = Parsed.Network(source).Declaration.ToSpec()!.Layers;
        Assert.Equal(new ActivationSpec(ActivationKind.Custom, CustomType: "global::@namespace.Ünits.@class<int[]>"), layers[0].Activation);
        Assert.Equal(new ActivationSpec(ActivationKind.Custom, CustomType: "global::@namespace.Ünits.Plain", Formula: "z ^ 2"), layers[1].Activation);
    }
}
