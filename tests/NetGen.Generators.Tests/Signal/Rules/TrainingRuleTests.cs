using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal.Rules;
using NetGen.Generators.Signal.Training;
using Xunit;
using static NetGen.Generators.Tests.Signal.Rules.Diagnoses;

namespace NetGen.Generators.Tests.Signal.Rules;

/// <summary>Rules 201 to 207, 301 and 302.</summary>
public sealed class TrainingRuleTests
{
    [Theory]
    [InlineData("Sigmoid", "SoftmaxCrossEntropy", 10, "201")]
    [InlineData("Sigmoid", "BinaryCrossEntropy", 10, "201")]
    [InlineData("HardSigmoid", "BinaryCrossEntropy", 1, "201")]
    [InlineData("Softmax", "BinaryCrossEntropy", 10, "201")]
    [InlineData("Softmax", "SoftmaxCrossEntropy", 10, "202")]
    [InlineData("Softmax", "MeanSquaredError", 1, "201")]
    [InlineData("Identity", "SoftmaxCrossEntropy", 1, "201")]
    [InlineData("Identity", "SoftmaxCrossEntropy", 10, "")]
    [InlineData("Identity", "BinaryCrossEntropy", 1, "")]
    [InlineData("Softmax", "MeanSquaredError", 10, "")]
    [InlineData("Sigmoid", "MeanSquaredError", 1, "")]
    public void LossAndOutput_Fit(string activation, string loss, int outputs, string ids)
    {
        foreach (var standsAlone in (bool[])[false, true])
        {
            var network = WithOutput(Enum.Parse<ActivationKind>(activation), Enum.Parse<LossKind>(loss), outputs, standsAlone);

            Assert.Equal(ids, Ids(network));
            if (ids.Length > 0)
            {
                var diagnosis = Assert.Single(Of(network));
                Assert.Equal(RuleSeverity.Error, diagnosis.Finding.Severity);
                Assert.NotEmpty(diagnosis.Fixes);
                Assert.Equal("", Ids(diagnosis.Fixes[0].Network));
            }
        }
    }

    [Fact]
    public void LossAndOutput_SayWhatDoesNotFit()
    {
        Assert.StartsWith(
            "Output: BinaryCrossEntropy takes logits, and the logistic activation has turned them into values between 0 and 1 already."
            + " Remove the activation of Output",
            Single(WithOutput(ActivationKind.Sigmoid, LossKind.BinaryCrossEntropy, 1, false), "201").Message);
        Assert.StartsWith(
            "Output: SoftmaxCrossEntropy takes logits and applies the softmax itself; a second one leaves gradients that are too small to learn from."
            + " Remove the softmax",
            Single(WithOutput(ActivationKind.Softmax, LossKind.SoftmaxCrossEntropy, 10, false), "202").Message);
    }

    /// <summary>The output layer's weights have the rms 1 / sqrt(50) = .1414.</summary>
    [Theory]
    [InlineData(OptimizerKind.Adam, 0.0142, "203")]
    [InlineData(OptimizerKind.Adam, 0.0140, "")]
    [InlineData(OptimizerKind.AdamW, 0.0142, "203")]
    [InlineData(OptimizerKind.RmsProp, 0.00142, "203")]
    [InlineData(OptimizerKind.RmsProp, 0.00140, "")]
    [InlineData(OptimizerKind.Sgd, 0.0142, "")]
    public void AdaptiveLearningRate_MovesWeightsByUpToATenth(object optimizer, double rate, string ids)
    {
        var network = Networks.Dense(Networks.Standardized(50), [50], 50, Tanh, new(InitializerKind.LeCunNormal));
        var training = new TrainingSpec((OptimizerKind)optimizer, rate);

        Assert.Equal(ids, Ids(network, training));
        if (ids.Length > 0)
        {
            Assert.Equal("", Ids(network, Single(network, "203", training).Fixes[0].Training));
        }
    }

    [Fact]
    public void AdaptiveLearningRate_SuggestsOneDigit()
    {
        var network = Networks.Dense(Networks.Standardized(50), [50], 50, Tanh, new(InitializerKind.LeCunNormal));
        var diagnosis = Single(network, "203", new(OptimizerKind.Adam, 0.03));

        Assert.Equal(
            "Adam's learning rate 0.03 moves the weights of Hidden1 by 21% of their root mean square 0.14 on the first step."
            + " Use the learning rate 0.01: the first update is at most 0.07 of a weight.",
            diagnosis.Message);
        Assert.Equal(FindingCause.Training, diagnosis.Finding.Cause);
    }

    [Theory]
    [InlineData(100, "204")]
    [InlineData(0.01, "")]
    [InlineData(1e-6, "204")]
    [InlineData(1e-9, "205")]
    public void LearningRate_MovesWeightsByASensibleShare(double rate, string ids)
    {
        var network = Networks.Dense(Networks.Standardized(50), [50], 10, Tanh, new(InitializerKind.LeCunNormal));

        Assert.Equal(ids, Ids(network, new(OptimizerKind.Sgd, rate)));
    }

    [Fact]
    public void LearningRate_SuggestsOneThatWorks()
    {
        var network = Networks.Dense(Networks.Standardized(50), [50], 10, Tanh, new(InitializerKind.LeCunNormal));
        foreach (var rate in (double[])[100, 1e-6])
        {
            var fix = Single(network, "204", new(OptimizerKind.Sgd, rate)).Fixes[0];
            Assert.Equal("", Ids(network, fix.Training));
        }
    }

    [Fact]
    public void LostUpdate_FollowsFromAVanishingGradient()
    {
        var network = Networks.Dense(Networks.Mnist, Layers(9), 10, Logistic, Glorot);
        var training = new TrainingSpec(OptimizerKind.Sgd, 0.01);

        Assert.Equal("102", Ids(network, training));
        var quiet = Of(network, training, new() { VanishingRatio = 0, TrainableDepthScales = 1e9, VarianceDrift = 1e9 });
        var lost = quiet.Single(static diagnosis => diagnosis.Finding.Rule.Id == "NETGEN205");
        Assert.StartsWith("SGD's learning rate 0.01 moves the weights of Hidden1 by ", lost.Message);
        Assert.Contains("less than float32 can hold: the layer does not train", lost.Message);
    }

    /// <summary>Ten classes: 10 ln 10 = 23 is reached near std(h) = 15.</summary>
    [Theory]
    [InlineData(16, RuleSeverity.Warning)]
    [InlineData(14, RuleSeverity.Info)]
    [InlineData(2.8, RuleSeverity.Info)]
    [InlineData(2.4, null)]
    public void InitialLoss_WarnsAboveTenTimesChanceAndInformsAboveTwice(double deviation, object? severity)
    {
        var found = Of(Networks.Dense(Networks.Standardized(100), [], 10, ActivationSpec.Identity, Normal(deviation / 10)));

        Assert.Equal(severity, found.SingleOrDefault()?.Finding.Severity);
    }

    /// <summary>Ten classes: 2 ln 10 = 4.6 is reached near std(h) = 2.6.</summary>
    [Theory]
    [InlineData(2.4, "")]
    [InlineData(2.8, "206")]
    public void InitialLoss_SaysWhatEqualProbabilitiesGive(double deviation, string ids)
    {
        var network = Networks.Dense(Networks.Standardized(100), [], 10, ActivationSpec.Identity, Normal(deviation / 10));

        Assert.Equal(ids, Ids(network));
        if (ids.Length > 0)
        {
            var diagnosis = Single(network, "206");
            Assert.StartsWith("Output: Normal(0.28), fan-in 100: logits with std 3 make the expected loss 4.", diagnosis.Message);
            Assert.Contains(" at initialization, where equal probabilities give 2.3.", diagnosis.Message);
            Assert.Equal("", Ids(diagnosis.Fixes[0].Network));
        }
    }

    [Theory]
    [InlineData(0.313, "")]
    [InlineData(0.319, "207")]
    public void LogisticSquaredError_AppearsWithSaturation(double deviation, string ids)
    {
        var output = new DenseSpec("Output", Shape.Of(100), 1, Logistic, Normal(deviation), InitializerSpec.Zeros);
        var network = Networks.Of(Networks.Standardized(100), LossKind.MeanSquaredError, output);

        Assert.Equal(ids, Ids(network));
        if (ids.Length > 0)
        {
            Assert.Contains("Output: 25% of its logistic units start saturated at initialization", Single(network, "207").Message);
            Assert.NotEmpty(Single(network, "207").Fixes);
        }
    }

    [Fact]
    public void ConsecutiveAffineLayers_GetAnActivation()
    {
        var network = Networks.Dense(Networks.Standardized(20), [20], 5, ActivationSpec.Identity, Glorot);
        var diagnosis = Assert.Single(Of(network));

        Assert.StartsWith("Hidden1 has no activation before Output: together they compute one affine layer. Use Relu in Hidden1", diagnosis.Message);
        Assert.Equal(InitializerKind.HeNormal, ((DenseSpec)diagnosis.Fixes[0].Network.Layers[0]).Weights.Kind);
        Assert.Equal("", Ids(diagnosis.Fixes[0].Network));
    }

    [Fact]
    public void AStandAloneActivation_SeparatesAffineLayers()
    {
        var network = Networks.Of(
            Networks.Standardized(20),
            LossKind.MeanSquaredError,
            new DenseSpec("A", Shape.Of(20), 20, ActivationSpec.Identity, He, InitializerSpec.Zeros),
            new ActivationLayerSpec("B", Shape.Of(20), Relu),
            new DenseSpec("C", Shape.Of(20), 5, ActivationSpec.Identity, Glorot, InitializerSpec.Zeros));

        Assert.Equal("", Ids(network));
    }

    [Fact]
    public void ConsecutiveActivations_LoseOne()
    {
        var network = Networks.Of(
            Networks.Standardized(20),
            LossKind.MeanSquaredError,
            new DenseSpec("A", Shape.Of(20), 20, Tanh, Glorot, InitializerSpec.Zeros),
            new ActivationLayerSpec("B", Shape.Of(20), Relu),
            new DenseSpec("C", Shape.Of(20), 5, ActivationSpec.Identity, Glorot, InitializerSpec.Zeros));
        var diagnosis = Assert.Single(Of(network));

        Assert.Equal("NETGEN302", diagnosis.Finding.Rule.Id);
        Assert.StartsWith("B's ReLU activation is applied to what A's tanh activation gives, with no weights between. Remove B", diagnosis.Message);
        Assert.Equal(2, diagnosis.Fixes[0].Network.Layers.Count);
    }

    private static NetworkSpec WithOutput(ActivationKind activation, LossKind loss, int outputs, bool standsAlone)
    {
        var hidden = new DenseSpec("Hidden1", Shape.Of(20), 20, Relu, He, InitializerSpec.Zeros);
        var dense = new DenseSpec(
            "Output", Shape.Of(20), outputs, standsAlone ? ActivationSpec.Identity : new(activation), Glorot, InitializerSpec.Zeros);
        return standsAlone
            ? Networks.Of(Networks.Standardized(20), loss, hidden, dense, new ActivationLayerSpec("Squash", Shape.Of(outputs), new(activation)))
            : Networks.Of(Networks.Standardized(20), loss, hidden, dense);
    }
}
