using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal.Rules;
using Xunit;
using static NetGen.Generators.Tests.Signal.Rules.Diagnoses;

namespace NetGen.Generators.Tests.Signal.Rules;

/// <summary>Rules 109 to 117.</summary>
public sealed class InitializerRuleTests
{
    [Fact]
    public void Symmetry_OfConstantLayersIsAnError()
    {
        var diagnosis = Assert.Single(Of(Networks.Dense(Networks.Standardized(100), [100, 100], 10, Tanh, new(InitializerKind.Zeros))));

        Assert.Equal(("NETGEN109", RuleSeverity.Error), (diagnosis.Finding.Rule.Id, diagnosis.Finding.Severity));
        Assert.StartsWith(
            "Hidden1 (and 1 more layer declared alike): Zeros starts all 100 units the same at initialization, and nothing in their gradients ever tells them apart.",
            diagnosis.Message);
        Assert.NotEmpty(diagnosis.Fixes);
    }

    [Theory]
    [InlineData("Relu", "Zeros", RuleSeverity.Error)]
    [InlineData("Tanh", "Zeros", RuleSeverity.Warning)]
    [InlineData("Relu", "Ones", RuleSeverity.Warning)]
    public void Symmetry_IsBrokenByRandomWeightsBehindUnitsThatAreOn(string activation, string initializer, object severity)
    {
        var hidden = new DenseSpec(
            "Hidden1",
            Shape.Of(4),
            8,
            Networks.Activation(Enum.Parse<ActivationKind>(activation)),
            new(Enum.Parse<InitializerKind>(initializer)),
            InitializerSpec.Zeros);
        var output = new DenseSpec("Output", Shape.Of(8), 1, ActivationSpec.Identity, Glorot, InitializerSpec.Zeros);

        Assert.Equal(severity, Single(Networks.Of(Networks.Standardized(4), LossKind.MeanSquaredError, hidden, output), "109").Finding.Severity);
    }

    [Theory]
    [InlineData(1, "Zeros", "Zeros")]
    [InlineData(8, "Zeros", "Normal")]
    [InlineData(8, "GlorotNormal", "Zeros")]
    public void Symmetry_IsNoMatterOfOneUnitRandomBiasesOrRandomWeights(int units, string weights, string bias)
    {
        var hidden = new DenseSpec(
            "Hidden1", Shape.Of(4), units, Tanh, new(Enum.Parse<InitializerKind>(weights)), new(Enum.Parse<InitializerKind>(bias)));
        var output = new DenseSpec("Output", Shape.Of(units), 1, ActivationSpec.Identity, new(InitializerKind.Zeros), InitializerSpec.Zeros);

        Assert.DoesNotContain("109", Ids(Networks.Of(Networks.Standardized(4), LossKind.MeanSquaredError, hidden, output)));
    }

    /// <summary>With n v = 1, a bias of -1.29 leaves P(h &lt; 0) = .901 and one of -1.27 leaves .898.</summary>
    [Theory]
    [InlineData(-1.29, "110")]
    [InlineData(-1.27, "")]
    public void DeadUnits_StartOffWithNineTenths(double bias, string ids)
    {
        var hidden = new DenseSpec("Hidden1", Shape.Of(100), 100, Relu, new(InitializerKind.LeCunNormal), new(InitializerKind.Constant, Value: bias));
        var output = new DenseSpec("Output", Shape.Of(100), 10, ActivationSpec.Identity, Normal(1), InitializerSpec.Zeros);
        var network = Networks.Of(Networks.Standardized(100), LossKind.MeanSquaredError, hidden, output);

        Assert.Equal(ids, Ids(network));
        if (ids.Length > 0)
        {
            var diagnosis = Single(network, "110");
            Assert.Equal(FindingCause.BiasInitializer, diagnosis.Finding.Cause);
            Assert.StartsWith(
                "Hidden1: bias Constant(-1.29): 90% of its ReLU units start dead at initialization, giving 0 and no gradient.", diagnosis.Message);
            Assert.Contains(Titles(diagnosis), static title => title.StartsWith("Start the biases of Hidden1 at zero", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(0.94, true)]
    [InlineData(0.96, false)]
    [InlineData(1.09, false)]
    [InlineData(1.11, true)]
    public void SeluScale_LiesInTheTheoremsRange(double scale, bool fires)
    {
        var network = Networks.Dense(
            Networks.Standardized(100), [100], 10, Networks.Activation(ActivationKind.Selu), Normal(Math.Sqrt(scale / 100)));

        Assert.Equal(fires ? "111" : "", Ids(network));
        if (fires)
        {
            Assert.Contains(Titles(Single(network, "111")), static title => title.StartsWith("Use LeCunNormal in Hidden1", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void WeightMean_NamesWhatItAdds()
    {
        var network = Networks.Dense(Networks.Standardized(100), [100], 10, Tanh, Glorot);
        var constant = network.WithWeighted(
            1, static layer => layer with { Weights = new(InitializerKind.Constant, Value: 0.02), Bias = InitializerSpec.Zeros });

        Assert.StartsWith(
            "Output: Constant(0.02), fan-in 100: the weights' mean 0.02 adds the same 2 times the inputs' mean to every unit at initialization.",
            Single(constant, "112").Message);
        Assert.Equal("", Ids(network));
    }

    [Fact]
    public void NarrowLayers_AreMendedByWidth()
    {
        var diagnosis = Assert.Single(Of(Networks.Dense(Networks.Standardized(2), [4, 4, 4], 1, Relu, He, loss: LossKind.BinaryCrossEntropy)));

        Assert.Equal(("NETGEN114", FindingCause.Units), (diagnosis.Finding.Rule.Id, diagnosis.Finding.Cause));
        Assert.Contains("Hidden1 has 4 units: over all hidden layers the sum of kappa / n is 3.8 at initialization", diagnosis.Message);
        Assert.Equal(16, ((DenseSpec)diagnosis.Fixes[0].Network.Layers[0]).Units);
        Assert.Equal(16, ((DenseSpec)diagnosis.Fixes[0].Network.Layers[3]).FanIn);
        Assert.Equal("", Ids(Networks.Dense(Networks.Standardized(2), [16, 16, 16], 1, Relu, He, loss: LossKind.BinaryCrossEntropy)));
    }

    /// <summary>Three layers of ReLU add 15 / n.</summary>
    [Theory]
    [InlineData(7, RuleSeverity.Warning)]
    [InlineData(8, RuleSeverity.Info)]
    [InlineData(14, RuleSeverity.Info)]
    [InlineData(15, null)]
    public void NarrowLayers_WarnAboveTwoAndInformAboveOne(int units, object? severity)
    {
        var found = Of(Networks.Dense(Networks.Standardized(2), Layers(3, units), 1, Relu, He, loss: LossKind.BinaryCrossEntropy));

        Assert.Equal(severity, found.SingleOrDefault()?.Finding.Severity);
    }

    [Fact]
    public void TruncatedNormal_IsCorrectedByVarianceScaling()
    {
        var network = Networks.Dense(
            Networks.Standardized(100), [100], 10, Tanh, new(InitializerKind.TruncatedNormal, StandardDeviation: 0.1));
        var diagnosis = Single(network, "115");

        Assert.StartsWith(
            "Hidden1 (and 1 more layer declared alike): TruncatedNormal(0.1) is cut at two standard deviations without correction:"
            + " the weights' standard deviation is 0.08796.",
            diagnosis.Message);
        Assert.Equal(1, ((DenseSpec)diagnosis.Fixes[0].Network.Layers[0]).Weights.Scale, 1e-12);
        Assert.Equal("", Ids(diagnosis.Fixes[1].Network));
    }

    [Fact]
    public void ExpandingOrthogonal_NeedsAGain()
    {
        var hidden = new DenseSpec("Hidden1", Shape.Of(100), 400, Tanh, new(InitializerKind.Orthogonal), InitializerSpec.Zeros);
        var output = new DenseSpec("Output", Shape.Of(400), 10, ActivationSpec.Identity, new(InitializerKind.Orthogonal), InitializerSpec.Zeros);
        var network = Networks.Of(Networks.Standardized(100), LossKind.SoftmaxCrossEntropy, hidden, output);
        var diagnosis = Assert.Single(Of(network));

        Assert.Equal(
            "Hidden1: orthogonal weights from 100 to 400 units give n_in Var(W) = 0.25 at initialization. Set Gain = 2 in Hidden1: 7% saturated, gradient ratio 0.2.",
            diagnosis.Message);
        Assert.Equal("", Ids(diagnosis.Fixes[0].Network));
    }

    [Theory]
    [InlineData(400, true, "")]
    [InlineData(500, true, "117")]
    [InlineData(500, false, "")]
    public void FanRatio_ConcernsDeclaredGlorot(int features, bool isDeclared, string ids)
    {
        var weights = new InitializerSpec(InitializerKind.GlorotNormal, IsDefault: !isDeclared);
        var network = Networks.Dense(Networks.Standardized(features), [100], 100, Tanh, weights);

        Assert.Equal(ids, Ids(network));
        if (ids.Length > 0)
        {
            var diagnosis = Single(network, ids);
            Assert.StartsWith(
                "Hidden1: GlorotNormal, 500 inputs and 100 units: forward the variance is multiplied by 1.7 and backward by 0.33 at initialization.",
                diagnosis.Message);
            Assert.Equal(2, diagnosis.Fixes.Count);
        }
    }
}
