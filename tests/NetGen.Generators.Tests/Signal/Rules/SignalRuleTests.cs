using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal.Rules;
using Xunit;
using static NetGen.Generators.Tests.Signal.Rules.Diagnoses;

namespace NetGen.Generators.Tests.Signal.Rules;

/// <summary>Rules 101 to 108: each fires, says what it should, and is quiet just on the other side of its threshold.</summary>
public sealed class SignalRuleTests
{
    [Fact]
    public void Saturation_IsOneWarningThatNamesItsConsequences()
    {
        var diagnosis = Assert.Single(Of(Networks.Dense(Networks.Mnist, [300, 100], 10, Logistic, Normal(1))));

        Assert.Equal("NETGEN101", diagnosis.Finding.Rule.Id);
        Assert.Equal((RuleSeverity.Warning, 1, FindingCause.Initializer), (diagnosis.Finding.Severity, diagnosis.Finding.LayerIndex, diagnosis.Finding.Cause));
        Assert.Equal(
            "Hidden2 (and 1 more layer declared alike): Normal(1), fan-in 300: std(h) = 12, 76% of its logistic units start saturated at initialization,"
            + " and the first layer's gradient is 0.1 times the last one's. Use CentredLogistic after logistic units: under 1% saturated, gradient ratio 0.2.",
            diagnosis.Message);
        Assert.Equal(
            [
                "Use CentredLogistic after logistic units: under 1% saturated, gradient ratio 0.2",
                "Use tanh with GlorotUniform in the hidden layers: under 1% saturated, gradient ratio 0.2",
                "Use ReLU with HeNormal in the hidden layers: gradient ratio 0.2",
                "Use LeCunNormal with Gain.Exact in every layer: under 1% saturated, gradient ratio 0.02",
                "Use GlorotUniform in every layer: under 1% saturated, gradient ratio 0.01",
            ],
            Titles(diagnosis));
    }

    /// <summary>With standardized inputs std(h) is 10 times the weights': a share of 1/2 is saturated at 3.637 / .6745 = 5.392, 1/4 at 3.162.</summary>
    [Theory]
    [InlineData(0.5450, RuleSeverity.Warning)]
    [InlineData(0.5330, RuleSeverity.Info)]
    [InlineData(0.3190, RuleSeverity.Info)]
    [InlineData(0.3130, null)]
    public void Saturation_WarnsAboveOneHalfAndInformsAboveOneQuarter(double deviation, object? severity)
    {
        var first = new DenseSpec("Hidden1", Shape.Of(100), 100, Logistic, Normal(deviation), InitializerSpec.Zeros);
        var output = new DenseSpec("Output", Shape.Of(100), 10, ActivationSpec.Identity, Glorot, InitializerSpec.Zeros);
        var found = Of(Networks.Of(Networks.Standardized(100), LossKind.SoftmaxCrossEntropy, first, output));

        Assert.Equal(severity, found.SingleOrDefault()?.Finding.Severity);
    }

    [Fact]
    public void VanishingGradient_IsNotMendedByXavierAlone()
    {
        var diagnosis = Single(Networks.Dense(Networks.Mnist, Layers(9), 10, Logistic, Glorot), "102");

        Assert.Equal(
            "Hidden1's weight gradient starts at 6e-7 of the last layer's at initialization, a factor of 0.2 a layer over 10 layers."
            + " Use CentredLogistic after logistic units: under 1% saturated, gradient ratio 0.2.",
            diagnosis.Message);
        Assert.DoesNotContain(Titles(diagnosis), static title => title.Contains("Glorot") && !title.Contains("tanh"));
        Assert.Equal("102", Ids(Networks.Dense(Networks.Mnist, Layers(9), 10, Logistic, Glorot)));
    }

    [Fact]
    public void VanishingGradient_HasAThreshold()
    {
        var network = Networks.Dense(Networks.Mnist, Layers(9), 10, Logistic, Glorot);

        Assert.Contains("102", Ids(network, thresholds: new() { VanishingRatio = 6.5e-7 }));
        Assert.DoesNotContain("102", Ids(network, thresholds: new() { VanishingRatio = 6.3e-7 }));
    }

    [Fact]
    public void ExplodingGradient_NamesTheLayerThatAmplifies()
    {
        var network = Networks.Dense(Networks.Mnist, Layers(9), 10, Tanh, Normal(1));
        var diagnosis = Assert.Single(Of(network));

        Assert.Equal(("NETGEN103", FindingCause.Initializer), (diagnosis.Finding.Rule.Id, diagnosis.Finding.Cause));
        Assert.Equal(
            "tanh with Normal(1), 10 layers: the weight gradient starts 200 times larger at Hidden1 than at the last layer at initialization,"
            + " and up to 85% of a layer's units start saturated. Use LeCunNormal with Gain.Exact in every layer: 7% saturated, gradient ratio 0.4.",
            diagnosis.Message);
        Assert.Contains("103", Ids(network, thresholds: new() { ExplodingRatio = 248 }));
        Assert.DoesNotContain("103", Ids(network, thresholds: new() { ExplodingRatio = 250 }));
    }

    /// <summary>The same for tanh, whose mean is zero: 4/5 are saturated at 1.818 / .2533 = 7.176, and from N(0, 1) at a fan-in of 100 it is 86%.</summary>
    [Theory]
    [InlineData(0.722, RuleSeverity.Warning)]
    [InlineData(0.714, RuleSeverity.Info)]
    public void Saturation_OfUnitsWithoutAMeanIsLate(double deviation, object severity)
    {
        var first = new DenseSpec("Hidden1", Shape.Of(100), 100, Tanh, Normal(deviation), InitializerSpec.Zeros);
        var output = new DenseSpec("Output", Shape.Of(100), 10, ActivationSpec.Identity, Glorot, InitializerSpec.Zeros);
        var found = Of(Networks.Of(Networks.Standardized(100), LossKind.SoftmaxCrossEntropy, first, output));

        Assert.Equal(severity, Assert.Single(found).Finding.Severity);
    }

    [Theory]
    [InlineData(0.0098, "104")]
    [InlineData(0.0102, "")]
    [InlineData(19.6, "")]
    [InlineData(20.4, "104")]
    public void SignalSize_LiesBetweenAHundredthAndTwenty(double deviation, string ids)
    {
        var first = new DenseSpec("Hidden1", Shape.Of(100), 100, Relu, Normal(deviation / 10), InitializerSpec.Zeros);
        var output = new DenseSpec("Output", Shape.Of(100), 10, ActivationSpec.Identity, He, InitializerSpec.Zeros);

        Assert.Equal(ids, Ids(Networks.Of(Networks.Standardized(100), LossKind.MeanSquaredError, first, output)));
    }

    /// <summary>ReLU with n v = 1 halves q in each layer: 9 halvings are a factor of 512, 10 are 1024.</summary>
    [Theory]
    [InlineData(9, "")]
    [InlineData(10, "104")]
    public void SignalSize_MayChangeByAFactorOfAThousand(int hidden, string ids)
    {
        var network = Networks.Dense(Networks.Standardized(100), Layers(hidden), 100, Relu, Normal(0.1));

        Assert.Equal(ids, Ids(network, thresholds: new() { VarianceDrift = 10 }));
    }

    [Fact]
    public void SignalSize_BlamesTheInputWhereItIsTheCause()
    {
        var diagnosis = Single(Networks.Dense(new(Shape.Of(784), Min: 0, Max: 255), [300, 100], 10, Relu, He), "104");

        Assert.Equal((-1, FindingCause.Input), (diagnosis.Finding.LayerIndex, diagnosis.Finding.Cause));
        Assert.Contains("inputs 0..255, fan-in 784: std(h) = 200 at initialization, outside 0.01 to 20", diagnosis.Message);
        Assert.Contains(diagnosis.Fixes, static fix => fix.Network.Input.Scale == 1.0 / 255);
    }

    [Fact]
    public void SignalSize_BeyondFloat32IsSaid()
    {
        var network = Networks.Dense(Networks.Standardized(100), [100, 100], 10, Relu, Normal(1e25), loss: LossKind.MeanSquaredError);

        Assert.Contains("104", Ids(network));
        Assert.StartsWith("Hidden1 (and 1 more layer declared alike): Normal(1e25), fan-in 100: std(h) = 1e26 at initialization, outside 0.01 to 20.", Single(network, "104").Message);
        var only = Networks.Dense(Networks.Standardized(100), [], 10, Relu, Normal(1e38), loss: LossKind.MeanSquaredError);
        Assert.Contains("std(h) = more than float32 can hold at initialization", Single(only, "104").Message);
    }

    [Fact]
    public void VarianceDrift_IsMendedByExactGains()
    {
        var diagnosis = Single(Networks.Dense(Networks.Standardized(100), Layers(6), 10, Networks.Activation(ActivationKind.Silu), He), "105");

        Assert.Equal(RuleSeverity.Info, diagnosis.Finding.Severity);
        Assert.StartsWith(
            "Hidden2 (and 4 more layers declared alike): HeNormal after SiLU units multiplies the variance of the pre-activations by 0.6",
            diagnosis.Message);
        Assert.Contains(Titles(diagnosis), static title => title.StartsWith("Use Gain.Exact in every layer", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Silu", 4)]
    [InlineData("Relu", 12)]
    [InlineData("Tanh", 12)]
    public void VarianceDrift_IsQuietInShallowNetworksAndWhereVarianceStays(string activation, int hidden)
    {
        var kind = Enum.Parse<ActivationKind>(activation);
        Assert.DoesNotContain(
            "105", Ids(Networks.Dense(Networks.Standardized(100), Layers(hidden), 10, Networks.Activation(kind), NetworkEdits.Matched(kind))));
    }

    [Fact]
    public void VarianceDrift_OfSeluIsItsWayToTheFixedPoint() =>
        Assert.Equal("", Ids(Networks.Dense(Networks.Mnist, Layers(9), 10, Networks.Activation(ActivationKind.Selu), new(InitializerKind.LeCunNormal))));

    /// <summary>
    /// ReLU with n v = 1.2 has chi = .6 in every layer, and with biases of variance .8 q stays at 1.2 + .8 = .6 x 2 + .8: six depth scales are 11.7 layers.
    /// </summary>
    [Theory]
    [InlineData(11, "")]
    [InlineData(12, "106")]
    public void DepthScale_CountsTheLayersThatAPerturbationPasses(int hidden, string ids)
    {
        var network = Networks.Dense(Networks.Standardized(100), Layers(hidden), 100, Relu, Normal(Math.Sqrt(0.012)), Normal(Math.Sqrt(0.8)));
        var thresholds = new SignalThresholds { VanishingRatio = 0, DeadShare = 1 };

        Assert.Equal(ids, Ids(network, thresholds: thresholds));
        if (ids.Length > 0)
        {
            var found = Assert.Single(Of(network, thresholds: thresholds));
            Assert.StartsWith(
                "13 layers, yet a difference between two samples changes by a factor of 0.6 a layer, against their own size, at initialization: it travels about 10 layers",
                found.Message);
        }
    }

    /// <summary>Without biases ReLU scales two samples and their difference alike: what shrinks is the signal, of which rule 104 speaks.</summary>
    [Fact]
    public void DepthScale_IsOfTheDifferenceAgainstTheSignal() =>
        Assert.Equal("104", Ids(Networks.Dense(Networks.Standardized(100), Layers(16), 100, Relu, Normal(Math.Sqrt(0.012))), thresholds: new() { VarianceDrift = 10 }));

    /// <summary>Gains above 1 make tanh layers chaotic: five of them pass, as they train; ten do not.</summary>
    [Theory]
    [InlineData(5, "101")]
    [InlineData(10, "101, 106")]
    public void DepthScale_CountsWhatChaosMultiplies(int hidden, string ids)
    {
        var network = Networks.Dense(new(Shape.Of(100), Mean: 0, StandardDeviation: 0.5), Layers(hidden), 10, Tanh, new(InitializerKind.GlorotNormal, Gain: 4));
        var matched = network.WithWeighted(hidden, static layer => layer with { Weights = Glorot });

        Assert.Equal(ids, Ids(matched));
    }

    [Fact]
    public void HiddenLogistic_IsInformationAboutTheActivation()
    {
        var diagnosis = Assert.Single(Of(Networks.Dense(Networks.Mnist, [300, 100], 10, Logistic, Glorot)));

        Assert.Equal(("NETGEN107", RuleSeverity.Info, 0, FindingCause.Activation), (
            diagnosis.Finding.Rule.Id, diagnosis.Finding.Severity, diagnosis.Finding.LayerIndex, diagnosis.Finding.Cause));
        Assert.Contains("Hidden1: logistic units feed Hidden2, which passes on 0.09 of a perturbation's mean square at initialization", diagnosis.Message);
        Assert.Equal("", Ids(Networks.Dense(Networks.Mnist, [300], 10, Logistic, Glorot)));
        Assert.Equal("", Ids(diagnosis.Fixes[0].Network));
    }

    [Fact]
    public void InputScale_IsTheCauseWhereStandardizedInputsWouldNotSaturate()
    {
        var network = Networks.Dense(new(Shape.Of(784), Min: 0, Max: 255), [300, 100], 10, Logistic, Glorot);
        var diagnosis = Assert.Single(Of(network));

        Assert.Equal(("NETGEN108", FindingCause.Input), (diagnosis.Finding.Rule.Id, diagnosis.Finding.Cause));
        Assert.Equal(
            "inputs 0..255: std(h) = 200 in Hidden1, 98% of its logistic units start saturated at initialization."
            + " Scale the inputs to 0..1: under 1% saturated, gradient ratio 0.02.",
            diagnosis.Message);
        Assert.Equal("107", Ids(diagnosis.Fixes[0].Network));
        Assert.Equal("101", Ids(Networks.Dense(new(Shape.Of(784), Min: 0, Max: 255), [300, 100], 10, Logistic, Normal(1))));
    }

    [Fact]
    public void AssumedInputs_AreNamed()
    {
        var declared = Networks.Dense(Networks.Standardized(100), [100], 10, Logistic, Normal(1));
        var assumed = declared with { Input = new(Shape.Of(100)) };

        Assert.DoesNotContain("standardized", Single(declared, "101").Message);
        Assert.EndsWith(
            " (The inputs are taken to be standardized: declare their Mean and StandardDeviation, or Min and Max.)", Single(assumed, "101").Message);
    }

    [Fact]
    public void PastAnUnknownActivation_TheRulesAreQuiet()
    {
        var custom = new ActivationSpec(ActivationKind.Custom, CustomType: "global::Wave");
        var network = Networks.Dense(Networks.Standardized(100), Layers(12), 10, custom, Normal(1));

        Assert.Equal("", Ids(network));
        Assert.NotEqual("", Ids(Networks.Dense(Networks.Standardized(100), Layers(12), 10, custom with { Formula = "tanh(z)" }, Normal(1))));
    }
}
