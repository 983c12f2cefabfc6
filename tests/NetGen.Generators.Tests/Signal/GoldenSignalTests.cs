using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal;
using NetGen.Generators.Signal.Report;
using Xunit;

namespace NetGen.Generators.Tests.Signal;

/// <summary>The published tables of SIGNAL, within one unit of the last digit given.</summary>
public sealed class GoldenSignalTests
{
    private static readonly InitializerSpec _standardNormal = new(InitializerKind.Normal, StandardDeviation: 1);

    [Theory]
    [InlineData("Sigmoid", "Normal", 9.37, 0.01, 11.7, 0.1, 6.83, 0.01, 0.098, 0.001)]
    [InlineData("Sigmoid", "GlorotNormal", 0.403, 0.001, 0.624, 0.001, 0.701, 0.001, 0.011, 0.001)]
    [InlineData("Tanh", "GlorotNormal", 0.403, 0.001, 0.433, 0.001, 0.505, 0.001, 0.21, 0.01)]
    [InlineData("Relu", "HeNormal", 0.473, 0.001, 0.473, 0.001, 0.473, 0.001, 0.18, 0.01)]
    [InlineData("Relu", "TorchDefault", 0.194, 0.001, 0.086, 0.001, 0.068, 0.001, 0.17, 0.01)]
    public void TwoHiddenLayers(
        string activation, string initializer, double h1, double unit1, double h2, double unit2, double h3, double unit3, double ratio, double unit)
    {
        var weights = new InitializerSpec(Enum.Parse<InitializerKind>(initializer));
        var bias = weights.Kind == InitializerKind.TorchDefault ? weights : null;
        var report = Mlp(Networks.Mnist, Enum.Parse<ActivationKind>(activation), weights, bias);

        Assert.Equal(h1, report.Layers[0].StandardDeviation!.Value, unit1);
        Assert.Equal(h2, report.Layers[1].StandardDeviation!.Value, unit2);
        Assert.Equal(h3, report.Layers[2].StandardDeviation!.Value, unit3);
        Assert.Equal(ratio, report.FirstToLastGradient!.Value, unit);
    }

    [Fact]
    public void TanhWithTheFactorFour_IsSaturated()
    {
        var report = Mlp(Networks.Mnist, ActivationKind.Tanh, new(InitializerKind.GlorotNormal, Gain: 4));

        Assert.Equal(1.61, report.Layers[0].StandardDeviation!.Value, 0.01);
        Assert.Equal(3.68, report.Layers[1].StandardDeviation!.Value, 0.01);
        Assert.Equal(4.79, report.Layers[2].StandardDeviation!.Value, 0.01);
        Assert.Equal(0.26, report.Layers[0].SaturatedShare!.Value, 0.01);
        Assert.Equal(0.62, report.Layers[1].SaturatedShare!.Value, 0.01);
        Assert.Equal(0.38, report.FirstToLastGradient!.Value, 0.01);
    }

    [Fact]
    public void SaturatedShares()
    {
        var wide = Mlp(Networks.Mnist, ActivationKind.Sigmoid, _standardNormal);
        var glorot = Mlp(Networks.Mnist, ActivationKind.Sigmoid, new(InitializerKind.GlorotNormal));
        var relu = Mlp(Networks.Mnist, ActivationKind.Relu, new(InitializerKind.HeNormal));

        Assert.Equal(0.70, wide.Layers[0].SaturatedShare!.Value, 0.01);
        Assert.Equal(0.76, wide.Layers[1].SaturatedShare!.Value, 0.01);
        Assert.All(glorot.Layers.Take(2), static layer => Assert.Equal(0, layer.SaturatedShare!.Value, 0.005));
        Assert.All(relu.Layers, static layer => Assert.Null(layer.SaturatedShare));
    }

    [Fact]
    public void PixelsUpTo255_SaturateTheFirstLayer()
    {
        var input = Networks.Mnist with { Scale = 255 };
        var report = Mlp(input, ActivationKind.Sigmoid, new(InitializerKind.GlorotNormal));

        Assert.Equal(103, report.Layers[0].StandardDeviation!.Value, 1.0);
        Assert.Equal(0.86, report.Layers[1].StandardDeviation!.Value, 0.01);
        Assert.Equal(0.72, report.Layers[2].StandardDeviation!.Value, 0.01);
        Assert.Equal(0.97, report.Layers[0].SaturatedShare!.Value, 0.01);
        Assert.Equal(0, report.Layers[1].SaturatedShare!.Value, 0.01);
        Assert.Equal(0.27, report.FirstToLastGradient!.Value, 0.01);
    }

    [Fact]
    public void TenLayersOfLogisticUnitsAtStandardNormal_AreSaturatedYetDoNotVanish()
    {
        var report = Deep(ActivationKind.Sigmoid, _standardNormal);

        Assert.All(report.Layers.Take(9), static layer => Assert.InRange(layer.SaturatedShare!.Value, 0.575, 0.705));
        Assert.Equal(0.125, report.FirstToLastGradient!.Value, 0.001);
    }

    [Fact]
    public void TenLayersOfLogisticUnitsAtGlorot_VanishUnsaturated()
    {
        var report = Deep(ActivationKind.Sigmoid, new(InitializerKind.GlorotNormal));

        Assert.All(report.Layers.Take(9), static layer => Assert.Equal(0, layer.SaturatedShare!.Value, 0.005));
        Assert.Equal(6.4e-7, report.FirstToLastGradient!.Value, 0.1e-7);
    }

    [Fact]
    public void TenLayersOfTanhAtStandardNormal_Explode() =>
        Assert.Equal(249, Deep(ActivationKind.Tanh, _standardNormal).FirstToLastGradient!.Value, 1.0);

    /// <summary>
    /// The published .365 is that of the equivalent network with tanh(h / 2) / 2 in place of sigma(h), whose last weights see sigma - 1/2. With biases of
    /// their own, the last weights' gradient is taken by sigma itself, which is four times larger; the first layer's is the same in both.
    /// </summary>
    [Fact]
    public void TenLayersOfLogisticUnitsCentred_KeepTheirGradient()
    {
        var fourTimesGlorot = new InitializerSpec(InitializerKind.GlorotNormal, Gain: 4);
        var hidden = Enumerable.Repeat(100, 9).ToArray();
        var centredUnit = new ActivationSpec(ActivationKind.Custom, CustomType: "global::Tests.Centred", Formula: "tanh(z / 2) / 2");
        var equivalent = SignalAnalysis.Analyze(Networks.Dense(Networks.Mnist, hidden, 10, centredUnit, fourTimesGlorot));
        Assert.Equal(0.365, equivalent.FirstToLastGradient!.Value, 0.001);

        var network = Networks.Dense(
            Networks.Mnist, hidden, 10, Networks.Activation(ActivationKind.Sigmoid), new(InitializerKind.CentredLogistic));
        var first = (DenseSpec)network.Layers[0] with { Weights = fourTimesGlorot };
        var centred = SignalAnalysis.Analyze(network with { Layers = network.Layers.Items.SetItem(0, first) });

        Assert.All(
            centred.Layers.Zip(equivalent.Layers),
            static pair => Assert.Equal(pair.Second.StandardDeviation!.Value, pair.First.StandardDeviation!.Value, 1e-9));
        Assert.Equal(equivalent.Layers[0].WeightGradientRms!.Value, centred.Layers[0].WeightGradientRms!.Value, 1e-9);
        Assert.Equal(0.085, centred.FirstToLastGradient!.Value, 0.001);
    }

    private static SignalReport Mlp(InputSpec input, ActivationKind activation, InitializerSpec weights, InitializerSpec? bias = null) =>
        SignalAnalysis.Analyze(Networks.Dense(input, [300, 100], 10, Networks.Activation(activation), weights, bias));

    private static SignalReport Deep(ActivationKind activation, InitializerSpec weights) =>
        SignalAnalysis.Analyze(Networks.Dense(Networks.Mnist, Enumerable.Repeat(100, 9).ToArray(), 10, Networks.Activation(activation), weights));
}
