using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal;
using NetGen.Generators.Signal.Training;
using Xunit;

namespace NetGen.Generators.Tests.Signal;

/// <summary>What the engine makes of declarations beyond plain stacks: unknown parts, layers without weights, inputs, means, losses.</summary>
public sealed class SignalAnalysisTests
{
    private static readonly ActivationSpec _tanh = Networks.Activation(ActivationKind.Tanh);
    private static readonly InitializerSpec _lecun = new(InitializerKind.LeCunNormal);

    [Fact]
    public void CustomInitializer_MakesItsLayerAndAllAfterUnknown()
    {
        var network = Networks.Dense(Networks.Standardized(50), [50, 50, 50], 10, _tanh, _lecun);
        var second = (DenseSpec)network.Layers[1] with { Weights = new(InitializerKind.Custom, CustomType: "global::Tests.Mine") };
        var report = SignalAnalysis.Analyze(network with { Layers = network.Layers.Items.SetItem(1, second) });

        Assert.Equal(1, report.Layers[0].StandardDeviation!.Value, 1e-12);
        Assert.All(report.Layers.Skip(1), static layer =>
        {
            Assert.Null(layer.StandardDeviation);
            Assert.Null(layer.SaturatedShare);
            Assert.Null(layer.OutputSecondMoment);
            Assert.Equal("Hidden2's weights come from Mine, whose variance is not declared", layer.Unknown);
        });
        Assert.Null(report.FirstToLastGradient);
        Assert.Null(report.InitialLoss);
        Assert.Null(report.DepthScale);
    }

    [Fact]
    public void Softmax_IsUnknownBehindItselfAlone()
    {
        var report = SignalAnalysis.Analyze(Networks.Of(
            Networks.Standardized(50),
            LossKind.MeanSquaredError,
            new DenseSpec("A", Shape.Of(50), 10, new(ActivationKind.Softmax), _lecun, null),
            new ActivationLayerSpec("B", Shape.Of(10), _tanh),
            new DenseSpec("C", Shape.Of(10), 10, _tanh, _lecun, null)));

        Assert.Equal(1, report.Layers[0].StandardDeviation!.Value, 1e-12);
        Assert.Null(report.Layers[0].OutputSecondMoment);
        Assert.Null(report.Layers[1].StandardDeviation);
        Assert.Null(report.Layers[2].StandardDeviation);
        Assert.Equal("A's softmax mixes the values of its layer", report.Layers[2].Unknown);
    }

    [Fact]
    public void AStandAloneActivation_IsTheSameAsTheLayersOwn()
    {
        var joined = SignalAnalysis.Analyze(Networks.Dense(Networks.Mnist, [100, 80], 10, _tanh, _lecun));
        var apart = SignalAnalysis.Analyze(Networks.Of(
            Networks.Mnist,
            LossKind.SoftmaxCrossEntropy,
            new DenseSpec("A", Shape.Of(784), 100, ActivationSpec.Identity, _lecun, InitializerSpec.Zeros),
            new ActivationLayerSpec("B", Shape.Of(100), _tanh),
            new DenseSpec("C", Shape.Of(100), 80, ActivationSpec.Identity, _lecun, InitializerSpec.Zeros),
            new ActivationLayerSpec("D", Shape.Of(80), _tanh),
            new DenseSpec("E", Shape.Of(80), 10, ActivationSpec.Identity, _lecun, InitializerSpec.Zeros)));

        Assert.Equal(joined.FirstToLastGradient, apart.FirstToLastGradient);
        Assert.Equal(joined.InitialLoss, apart.InitialLoss);
        Assert.Equal(joined.Layers[1].SaturatedShare, apart.Layers[3].SaturatedShare);
        Assert.Equal(joined.Layers[1].StandardDeviation, apart.Layers[3].StandardDeviation);
        Assert.Null(apart.Layers[2].SaturatedShare);
    }

    [Fact]
    public void TwoActivationsInARow_AreComposed()
    {
        // max(tanh(h), 0) has half the mean square of tanh(h).
        var composed = SignalAnalysis.Analyze(Networks.Of(
            Networks.Standardized(50),
            LossKind.MeanSquaredError,
            new DenseSpec("A", Shape.Of(50), 50, _tanh, _lecun, null),
            new ActivationLayerSpec("B", Shape.Of(50), Networks.Activation(ActivationKind.Relu))));

        Assert.Equal(0.5 * composed.Layers[0].OutputSecondMoment!.Value, composed.Layers[1].OutputSecondMoment!.Value, 1e-9);
        Assert.Equal(Math.Sqrt(composed.Layers[0].OutputSecondMoment!.Value), composed.Layers[1].StandardDeviation!.Value, 1e-9);
    }

    [Theory]
    [InlineData(null, null, null, null, 1.0, 0.0, 0.0, 1.0, true)]
    [InlineData(0.0, 16.0, null, null, 0.0625, 0.0, 0.5, 1.0 / 3, false)]
    [InlineData(0.0, 255.0, 33.0, 79.0, 1.0, 0.0, 33.0, (33.0 * 33.0) + (79.0 * 79.0), false)]
    [InlineData(null, null, 2.0, null, 1.0, -2.0, 0.0, 1.0, false)]
    [InlineData(null, null, null, 3.0, -1.0, 1.0, 1.0, 10.0, false)]
    [InlineData(-1.0, null, null, null, 1.0, 0.0, 0.0, 1.0, true)]
    public void Inputs_AreAsDeclared(
        double? low, double? high, double? mean, double? deviation, double scale, double shift, double expectedMean, double square, bool assumed)
    {
        var input = new InputSpec(Shape.Of(10), scale, shift, low, high, mean, deviation);
        var report = SignalAnalysis.Analyze(Networks.Dense(input, [], 10, _tanh, _lecun));

        Assert.Equal(expectedMean, report.InputMean!.Value, 1e-12);
        Assert.Equal(square, report.InputSecondMoment!.Value, 1e-9);
        Assert.Equal(assumed, report.IsInputAssumed);
        Assert.Equal(Math.Sqrt(square), report.Layers[0].StandardDeviation!.Value, 1e-9);
    }

    [Fact]
    public void MeansOfWeightsInputsAndBiases_AddUp()
    {
        // Every unit gets 4 * .5 * 3 + 1 = 7; the inputs' variance 2 comes through 4 weights of .5.
        var layer = new DenseSpec(
            "A", Shape.Of(4), 3, ActivationSpec.Identity, new(InitializerKind.Constant, Value: 0.5), new(InitializerKind.Ones));
        var report = SignalAnalysis.Analyze(Networks.Of(
            new(Shape.Of(4), Mean: 3, StandardDeviation: Math.Sqrt(2)), LossKind.MeanSquaredError, layer));

        Assert.Equal(7, report.Layers[0].Mean!.Value, 1e-12);
        Assert.Equal(2, Math.Pow(report.Layers[0].StandardDeviation!.Value, 2), 1e-12);
    }

    [Theory]
    [InlineData("SoftmaxCrossEntropy", 2.302585)]
    [InlineData("BinaryCrossEntropy", 0.693147)]
    [InlineData("MeanSquaredError", 1.0)]
    [InlineData("MeanAbsoluteError", 0.7979)]
    public void InitialLoss_OfSilentOutputsIsThatOfGuessing(string loss, double expected)
    {
        var layer = new DenseSpec("A", Shape.Of(4), 10, ActivationSpec.Identity, new(InitializerKind.Zeros), null);
        var report = SignalAnalysis.Analyze(Networks.Of(Networks.Standardized(4), Enum.Parse<LossKind>(loss), layer));

        Assert.Equal(expected, report.InitialLoss!.Value, 0.006 * expected);
    }

    [Fact]
    public void OutputGradient_OfSmallLogitsIsThatOfEqualProbabilities()
    {
        var layer = new DenseSpec("A", Shape.Of(4), 10, ActivationSpec.Identity, new(InitializerKind.Normal, StandardDeviation: 1e-3), null);
        var report = SignalAnalysis.Analyze(Networks.Of(Networks.Standardized(4), LossKind.SoftmaxCrossEntropy, layer));

        Assert.Equal(0.1 * 0.9, report.Layers[0].GradientSecondMoment!.Value, 1e-6);
        Assert.Equal(0.3, report.Layers[0].WeightGradientRms!.Value, 1e-5);
    }

    [Fact]
    public void ALossOfTheUsersOwn_LeavesRatios()
    {
        var network = Networks.Dense(Networks.Mnist, [300, 100], 10, _tanh, _lecun);
        var custom = SignalAnalysis.Analyze(network with { Loss = new(LossKind.Custom, CustomType: "global::Tests.Mine") }, new(OptimizerKind.Sgd, 0.1));

        Assert.True(custom.IsGradientRelative);
        Assert.Null(custom.InitialLoss);
        Assert.Null(custom.Layers[0].UpdateRatio);
        Assert.Equal(SignalAnalysis.Analyze(network).FirstToLastGradient!.Value, custom.FirstToLastGradient!.Value, 1e-9);
    }

    [Theory]
    [InlineData(OptimizerKind.Sgd, 0.1, 0.03)]
    [InlineData(OptimizerKind.RAdam, 0.1, 0.03)]
    [InlineData(OptimizerKind.Adam, 0.1, 0.1)]
    [InlineData(OptimizerKind.Adagrad, 0.1, 0.1)]
    [InlineData(OptimizerKind.RmsProp, 0.1, 1.0)]
    public void FirstUpdate_FollowsTheOptimizersFormula(object optimizer, double rate, double expected) =>
        Assert.Equal(expected, new TrainingSpec((OptimizerKind)optimizer, rate).FirstUpdateRms(0.3), 1e-12);

    [Fact]
    public void FirstUpdate_OfNesterovLooksAhead() =>
        Assert.Equal(0.019, new TrainingSpec(OptimizerKind.Sgd, 0.1, Momentum: 0.9, IsNesterov: true).FirstUpdateRms(0.1), 1e-12);
}
