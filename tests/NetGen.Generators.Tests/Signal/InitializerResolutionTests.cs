using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal.Initializers;
using Xunit;

namespace NetGen.Generators.Tests.Signal;

public sealed class InitializerResolutionTests
{
    private static readonly Shape _input = Shape.Of(300);

    [Theory]
    [InlineData("GlorotNormal", "Normal", 0.07071067811865475, 0.005, "Glorot normal: sqrt(2 / (fan_in + fan_out)) = sqrt(2 / (300 + 100))")]
    [InlineData("GlorotUniform", "Uniform", 0.1224744871391589, 0.005, "Glorot uniform: sqrt(6 / (fan_in + fan_out)) = sqrt(6 / (300 + 100))")]
    [InlineData("HeNormal", "Normal", 0.08164965809277260, 2.0 / 300, "He normal: sqrt(2 / fan_in) = sqrt(2 / 300)")]
    [InlineData("HeUniform", "Uniform", 0.1414213562373095, 2.0 / 300, "He uniform: sqrt(6 / fan_in) = sqrt(6 / 300)")]
    [InlineData("LeCunNormal", "Normal", 0.05773502691896258, 1.0 / 300, "LeCun normal: sqrt(1 / fan_in) = sqrt(1 / 300)")]
    [InlineData("LeCunUniform", "Uniform", 0.1, 1.0 / 300, "LeCun uniform: sqrt(3 / fan_in) = sqrt(3 / 300)")]
    [InlineData("TorchDefault", "Uniform", 0.05773502691896258, 1.0 / 900, "PyTorch's default, uniform: 1 / sqrt(fan_in) = 1 / sqrt(300)")]
    [InlineData("Orthogonal", "Orthogonal", 1, 1.0 / 300, "orthogonal, mean square of a weight: 1 / max(fan_in, fan_out) = 1 / 300")]
    [InlineData("CentredLogistic", "Normal", 0.2828427124746190, 0.08,
        "centred logistic, four times Glorot normal: 4 sqrt(2 / (fan_in + fan_out)) = 4 sqrt(2 / (300 + 100))")]
    [InlineData("Zeros", "Constant", 0, 0, "zeros: 0")]
    [InlineData("Ones", "Constant", 1, 0, "ones: 1")]
    public void ByFans_GivesItsConstantVarianceAndFormula(string kind, string distribution, double constant, double variance, string formula)
    {
        var resolved = Weights(Networks.Initializer(Enum.Parse<InitializerKind>(kind)));

        Assert.Equal(distribution, resolved.Distribution.ToString());
        Assert.Equal(constant, resolved.Constant, 1e-15);
        Assert.Equal(variance, resolved.Variance!.Value, 1e-15);
        Assert.Equal(formula, resolved.Formula);
        Assert.Equal("", resolved.Problem);
    }

    [Fact]
    public void Declared_TakesItsOwnNumber()
    {
        var normal = Weights(new(InitializerKind.Normal, StandardDeviation: 0.05));
        var truncated = Weights(new(InitializerKind.TruncatedNormal, StandardDeviation: 0.05));
        var uniform = Weights(new(InitializerKind.Uniform, Limit: 0.3));
        var constant = Weights(new(InitializerKind.Constant, Value: -0.25));

        Assert.Equal("normal: standard deviation = 0.05", normal.Formula);
        Assert.Equal(0.05 * 0.05, normal.Variance!.Value, 1e-15);
        Assert.Equal(0.7737 * 0.05 * 0.05, truncated.Variance!.Value, 1e-6);
        Assert.Equal(0.3 * 0.3 / 3, uniform.Variance!.Value, 1e-15);
        Assert.Equal((-0.25, 0, "constant: -0.25"), (constant.Mean!.Value, constant.Variance!.Value, constant.Formula));
    }

    [Theory]
    [InlineData("FanIn", "TruncatedNormal", "sqrt(2 / 300) / 0.8796257", 300)]
    [InlineData("FanOut", "Normal", "sqrt(2 / 100)", 100)]
    [InlineData("FanAverage", "Uniform", "sqrt(3 * 2 / 200)", 200)]
    public void VarianceScaling_HasTheVarianceAskedForWhateverTheDistribution(string mode, string distribution, string numbers, double fan)
    {
        var resolved = Weights(new(
            InitializerKind.VarianceScaling,
            Scale: 2,
            Mode: Enum.Parse<FanModeKind>(mode),
            Distribution: Enum.Parse<DistributionKind>(distribution)));

        Assert.Equal(2 / fan, resolved.Variance!.Value, 1e-15);
        Assert.EndsWith(numbers, resolved.Formula);
        var obtained = distribution switch
        {
            "TruncatedNormal" => resolved.Constant * resolved.Constant * 0.7737413,
            "Normal" => resolved.Constant * resolved.Constant,
            _ => resolved.Constant * resolved.Constant / 3,
        };
        Assert.Equal(2 / fan, obtained, 1e-8);
    }

    [Fact]
    public void Gain_MultipliesTheDeviation()
    {
        var resolved = Weights(new(InitializerKind.GlorotUniform, Gain: 4));

        Assert.Equal(4 * Math.Sqrt(6.0 / 400), resolved.Constant, 1e-15);
        Assert.Equal(16 * 0.005, resolved.Variance!.Value, 1e-15);
        Assert.Equal("Glorot uniform: gain * sqrt(6 / (fan_in + fan_out)) = 4 * sqrt(6 / (300 + 100))", resolved.Formula);
    }

    [Fact]
    public void TorchDefault_GivesBiasesTheWeightsLimit()
    {
        var network = Networks.Dense(
            Networks.Standardized(300), [], 100, ActivationSpec.Identity, new(InitializerKind.TorchDefault), new(InitializerKind.TorchDefault));
        var bias = InitializerResolution.Resolve(network, 0).Bias!;

        Assert.Equal(TensorDistribution.Uniform, bias.Distribution);
        Assert.Equal(1 / Math.Sqrt(300), bias.Constant, 1e-15);
    }

    [Fact]
    public void CentredLogistic_BringsItsBiases()
    {
        var network = Networks.Dense(Networks.Standardized(300), [], 100, ActivationSpec.Identity, new(InitializerKind.CentredLogistic));
        var bias = InitializerResolution.Resolve(network, 0).Bias!;

        Assert.Equal((TensorDistribution.WeightSum, -0.5), (bias.Distribution, bias.Constant));
        Assert.Equal(0.25 * 300 * 0.08, bias.Variance!.Value, 1e-12);
    }

    [Fact]
    public void CentredLogistic_LeavesNamedBiasesAlone()
    {
        var network = Networks.Dense(
            Networks.Standardized(300), [], 100, ActivationSpec.Identity, new(InitializerKind.CentredLogistic), new(InitializerKind.Ones));

        Assert.Equal("ones: 1", InitializerResolution.Resolve(network, 0).Bias!.Formula);
    }

    [Fact]
    public void ExactGain_OfTheFirstLayerGivesUnitVariance()
    {
        var network = Networks.Dense(Networks.Mnist, [300], 10, Networks.Activation(ActivationKind.Tanh), Exact(InitializerKind.GlorotNormal));
        var weights = InitializerResolution.Resolve(network, 0).Weights;

        Assert.Equal(1, 784 * weights.Variance!.Value * 0.1120, 1e-9);
        Assert.StartsWith("Glorot normal: exact gain * sqrt(2 / (fan_in + fan_out)) = ", weights.Formula);
    }

    [Theory]
    [InlineData("Sigmoid", 1.846)]
    [InlineData("Tanh", 1.593)]
    [InlineData("Relu", 1.414)]
    [InlineData("Selu", 1.000)]
    [InlineData("Gelu", 1.534)]
    [InlineData("Silu", 1.677)]
    public void ExactGain_AfterALayerAtUnitVarianceIsTheTables(string activation, double gain)
    {
        var network = Networks.Dense(
            Networks.Standardized(100), [100], 100, Networks.Activation(Enum.Parse<ActivationKind>(activation)), Exact(InitializerKind.LeCunNormal));

        Assert.Equal(gain, InitializerResolution.Resolve(network, 1).Weights.Gain, 5e-4);
    }

    [Fact]
    public void ExactGain_LeavesRoomForTheBiases()
    {
        var network = Networks.Dense(
            Networks.Standardized(100),
            [],
            100,
            ActivationSpec.Identity,
            Exact(InitializerKind.LeCunNormal),
            new(InitializerKind.Normal, StandardDeviation: 0.6));

        Assert.Equal(0.8, InitializerResolution.Resolve(network, 0).Weights.Gain, 1e-12);
    }

    [Fact]
    public void ExactGain_WithoutAKnownSignalSaysWhy()
    {
        var custom = new ActivationSpec(ActivationKind.Custom, CustomType: "global::Tests.Wave");
        var network = Networks.Dense(Networks.Standardized(100), [100], 10, custom, Exact(InitializerKind.LeCunNormal));
        var weights = InitializerResolution.Resolve(network, 1).Weights;

        Assert.Equal(1, weights.Gain);
        Assert.Equal(
            "Gain.Exact needs the signal that Output receives, which is not known: Hidden1's activation Wave has no [ActivationFormula] that can be read",
            weights.Problem);
    }

    [Fact]
    public void ExactGain_OfAConstantSaysWhy()
    {
        Assert.Equal("Gain.Exact scales the spread of the weights, and Zeros has none that is known", Weights(Exact(InitializerKind.Zeros)).Problem);
    }

    [Fact]
    public void Formula_DoesNotDependOnTheCulture()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new("de-DE");
            Assert.Equal("normal: standard deviation = 0.05", Weights(new(InitializerKind.Normal, StandardDeviation: 0.05)).Formula);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    private static InitializerSpec Exact(InitializerKind kind) => new(kind, Gain: InitializerSpec.ExactGain);

    private static ResolvedInitializer Weights(InitializerSpec initializer)
    {
        var layer = new DenseSpec("Dense1", _input, 100, ActivationSpec.Identity, initializer, InitializerSpec.Zeros);
        return InitializerResolution.Resolve(Networks.Of(new(_input), LossKind.MeanSquaredError, layer), 0).Weights;
    }
}
