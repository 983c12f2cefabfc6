using System.Reflection;
using NetGen.Generators.Graph;
using NetGen.Generators.Lowering;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal;
using NetGen.Generators.Signal.Initializers;
using Xunit;
using static NetGen.Generators.Model.ActivationKind;

namespace NetGen.Generators.Tests.Signal;

/// <summary>Every operation and every kind of layer has its place in the analysis; the numbers that can be worked out by hand are those.</summary>
public sealed class GraphSignalTests
{
    private static readonly InitializerSpec _he = new(InitializerKind.HeNormal);
    private static readonly InitializerSpec _lecun = new(InitializerKind.LeCunNormal);

    /// <summary>One network in which every kind of layer occurs.</summary>
    private static NetworkSpec Everything { get; } = new Stack(new(new Shape(System.Collections.Immutable.ImmutableArray.Create(4, 16)), Scale: 0.5))
        .Dense(16, Relu)
        .Dropout(0.2)
        .GaussianNoise(0.1)
        .Block("Pre", 2, static block => block.Residual(static inside => inside.BatchNormalization().Activation(Relu).Dense(16)))
        .Residual(static inside => inside.LayerNormalization().Dense(32, Selu).AlphaDropout(0.1), _he)
        .RmsNormalization()
        .Flatten()
        .Dense(10)
        .Activation(Softmax)
        .Build(LossKind.MeanSquaredError);

    [Fact]
    public void EveryKindOfLayer_IsInTheNetworkOfAll()
    {
        var kinds = typeof(LayerSpec).Assembly.GetTypes().Where(static type => typeof(LayerSpec).IsAssignableFrom(type) && !type.IsAbstract);
        Assert.Equal(kinds.OrderBy(static type => type.Name), All(Everything.Layers).Select(static layer => layer.GetType()).Distinct().OrderBy(static type => type.Name));

        static IEnumerable<LayerSpec> All(EquatableArray<LayerSpec> layers) => layers.SelectMany(static layer => All(layer.Body).Append(layer));
    }

    /// <summary>An operation is either part of the forward pass as declared, and its effect is known, or has none and says so.</summary>
    [Fact]
    public void EveryOperation_HasAnEffectOrThrows()
    {
        var forward = NetworkLowering.Lower(Everything, TestContext.Current.CancellationToken).Operations;
        foreach (var type in typeof(Operation).Assembly.GetTypes().Where(static type => typeof(Operation).IsAssignableFrom(type) && !type.IsAbstract))
        {
            var overrides = type.GetProperty(nameof(Operation.Effect))!.DeclaringType == type;
            var operation = forward.FirstOrDefault(type.IsInstanceOfType);
            Assert.True(overrides == operation is not null, $"{type.Name} has {(overrides ? "an" : "no")} effect, and is {(operation is null ? "not " : "")}in the forward pass of the network of all layers.");
            if (operation is null)
            {
                var blank = (Operation)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
                Assert.Contains(type.Name, Assert.Throws<InvalidOperationException>(() => blank.Effect).Message);
            }
            else
            {
                Assert.NotNull(operation.Effect);
            }
        }
    }

    /// <summary>The network of all layers meets every effect, and each of them is known forward and backward: only what lies behind the softmax is not.</summary>
    [Fact]
    public void EveryEffect_IsKnownForwardAndBackward()
    {
        var effects = typeof(SignalEffect).GetNestedTypes(BindingFlags.NonPublic).Order(Comparer<Type>.Create(static (a, b) => string.CompareOrdinal(a.Name, b.Name)));
        var met = NetworkLowering.Lower(Everything, TestContext.Current.CancellationToken).Operations.Select(static operation => operation.Effect.GetType()).Distinct();
        Assert.Equal(effects, met.Order(Comparer<Type>.Create(static (a, b) => string.CompareOrdinal(a.Name, b.Name))));

        var known = Everything with { Layers = new([.. Everything.Layers.SkipLast(1)]) };
        var report = SignalAnalysis.Analyze(known);
        Assert.Equal(known.Steps.Count, report.Layers.Count);
        Assert.All(report.Layers, static layer =>
        {
            Assert.True(layer.StandardDeviation > 0, layer.Name);
            Assert.True(layer.OutputSecondMoment > 0, layer.Name);
            Assert.Equal("", layer.Unknown);
        });
        Assert.All(InitializerResolution.Resolve(known), parameters => Assert.True(report.Layers[parameters.LayerIndex].WeightGradientRms > 0));
        Assert.True(report.FirstToLastGradient > 0);
    }

    [Fact]
    public void Tensors_AreResolvedWithNormalizationsAndProjections()
    {
        var tensors = InitializerResolution.Tensors(Everything);

        Assert.Equal(
            "Dense1.weight Dense1.bias Pre1.BatchNormalization1.weight Pre1.BatchNormalization1.bias Pre1.Dense1.weight Pre1.Dense1.bias"
            + " Pre2.BatchNormalization1.weight Pre2.BatchNormalization1.bias Pre2.Dense1.weight Pre2.Dense1.bias"
            + " LayerNormalization1.weight LayerNormalization1.bias Dense2.weight Dense2.bias Residual1.weight RmsNormalization1.weight Dense3.weight Dense3.bias"
            + " Pre1.BatchNormalization1.running_mean Pre1.BatchNormalization1.running_var Pre2.BatchNormalization1.running_mean Pre2.BatchNormalization1.running_var",
            string.Join(' ', tensors.Select(static tensor => tensor.Tensor.Name)));
        Assert.All(tensors, tensor => Assert.StartsWith(Everything.Steps[tensor.LayerIndex].Name, tensor.Tensor.Name));
        Assert.All(tensors.Where(static tensor => tensor.Tensor.Name.Contains("Normalization")), static tensor => Assert.Equal(
            (TensorDistribution.Constant, tensor.Tensor.Name.EndsWith("weight") || tensor.Tensor.Name.EndsWith("var") ? 1.0 : 0.0), (tensor.Start.Distribution, tensor.Start.Constant)));
        Assert.Equal(
            ["Dense1", "Pre1.Dense1", "Pre2.Dense1", "Dense2", "Residual1", "Dense3"],
            InitializerResolution.Resolve(Everything).Select(static parameters => Everything.Steps[parameters.LayerIndex].Name));
    }

    /// <summary>M is divided by 1 - p, and so is the gradient's mean square.</summary>
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.2)]
    [InlineData(0.75)]
    public void Dropout_DividesSignalAndGradientByTheShareThatStays(double rate)
    {
        var without = SignalAnalysis.Analyze(new Stack(Networks.Standardized(100)).Dense(100, Tanh, _lecun).Dense(100, Tanh, _lecun).Dense(10, weights: _lecun).Build(LossKind.MeanSquaredError));
        var with = SignalAnalysis.Analyze(new Stack(Networks.Standardized(100)).Dense(100, Tanh, _lecun).Dropout(rate).Dense(100, Tanh, _lecun).Dense(10, weights: _lecun).Build(LossKind.MeanSquaredError));

        Assert.Equal(without.Layers[1].SecondMoment!.Value / (1 - rate), with.Layers[2].SecondMoment!.Value, 1e-12);
        Assert.Equal(without.Layers[0].OutputMean, with.Layers[1].OutputMean);
        Assert.Equal(without.Layers[1].Chi!.Value / (1 - rate), with.Layers[2].Chi!.Value, 1e-12);
        Assert.Equal(
            with.Layers[2].GradientSecondMoment!.Value * with.Layers[2].Chi!.Value, with.Layers[0].GradientSecondMoment!.Value, 1e-12);
    }

    [Fact]
    public void AlphaDropout_KeepsMeanAndVariance()
    {
        var report = SignalAnalysis.Analyze(new Stack(Networks.Standardized(100)).Dense(100, Selu, _lecun).AlphaDropout(0.3).Build(LossKind.MeanSquaredError));

        Assert.Equal(0, report.Layers[1].OutputMean!.Value, 1e-6);
        Assert.Equal(1, report.Layers[1].OutputSecondMoment!.Value, 1e-6);
    }

    [Fact]
    public void Noise_AddsItsVariance()
    {
        var report = SignalAnalysis.Analyze(new Stack(Networks.Standardized(100)).GaussianNoise(0.5).Dense(100, weights: _lecun).Build(LossKind.MeanSquaredError));

        Assert.Equal(1.25, report.Layers[1].SecondMoment!.Value, 1e-12);
    }

    /// <summary>
    /// Yang et al. 2019: behind batch normalization a ReLU's gradient gains pi / (pi - 1) = 1.467 in mean square a layer, 1.21 in size, whatever the weights: E[phi'^2]
    /// is 1/2, and what the next normalization divides by is Var(phi) = 1/2 - 1/(2 pi), since a unit's mean over the batch is taken away.
    /// </summary>
    [Theory]
    [InlineData("HeNormal")]
    [InlineData("GlorotNormal")]
    public void BatchNormalization_BehindReluMultipliesTheGradientBy1Point21(string initializer)
    {
        var weights = new InitializerSpec(Enum.Parse<InitializerKind>(initializer));
        var report = SignalAnalysis.Analyze(new Stack(Networks.Standardized(256))
            .Times(10, stack => stack.Dense(256, weights: weights).BatchNormalization().Activation(Relu)).Dense(10).Build(LossKind.MeanSquaredError));

        for (var layer = 1; layer < 9; layer++)
        {
            // Steps of three: the gradient at one product over that at the next.
            var growth = report.Layers[3 * layer].GradientSecondMoment!.Value / report.Layers[3 * (layer + 1)].GradientSecondMoment!.Value;
            Assert.Equal(Math.PI / (Math.PI - 1), growth, 1e-3);
            Assert.Equal(1.211, Math.Sqrt(growth), 1e-3);
            Assert.Equal(Math.PI / (Math.PI - 1), report.Layers[3 * (layer + 1)].Chi!.Value, 1e-3);
            Assert.Equal(1, report.Layers[(3 * layer) + 1].OutputSecondMoment!.Value, 1e-4);
        }
    }

    /// <summary>What batch normalization divides by is what differs from sample to sample: behind plain ReLU layers more and more is common to all samples.</summary>
    [Fact]
    public void BatchNormalization_DividesByWhatSamplesDifferIn()
    {
        // Cho and Saul 2009: the correlation of two samples goes from c to (sqrt(1 - c^2) + (pi - arccos c) c) / pi through a ReLU layer.
        var correlation = 0.0;
        for (var depth = 1; depth <= 5; depth++)
        {
            var report = SignalAnalysis.Analyze(new Stack(Networks.Standardized(256))
                .Times(depth, static stack => stack.Dense(256, Relu, _he)).Dense(256, weights: _he).BatchNormalization().Dense(10).Build(LossKind.MeanSquaredError));
            correlation = (Math.Sqrt(1 - (correlation * correlation)) + ((Math.PI - Math.Acos(correlation)) * correlation)) / Math.PI;
            var gradients = report.Layers.Select(static layer => layer.GradientSecondMoment).ToList();
            var through = gradients[depth]!.Value / (gradients[depth + 2]!.Value * report.Layers[depth + 2].ForwardScale!.Value * 10 / 256);

            Assert.Equal(1 / (2 * (1 - correlation)), through, 1e-3 * through);
        }
    }

    [Fact]
    public void RowNormalizations_GiveAMeanSquareOfOne()
    {
        var report = SignalAnalysis.Analyze(new Stack(Networks.Standardized(64))
            .Dense(64, Relu, new(InitializerKind.Normal, StandardDeviation: 3)).LayerNormalization()
            .Dense(64, Relu, new(InitializerKind.Normal, StandardDeviation: 3)).RmsNormalization()
            .Dense(10).Build());

        Assert.Equal(0, report.Layers[1].OutputMean!.Value, 1e-9);
        Assert.Equal(1, report.Layers[1].OutputSecondMoment!.Value, 1e-5);
        Assert.Equal(1, report.Layers[3].OutputSecondMoment!.Value, 1e-5);
        Assert.Equal(1 / Math.Sqrt(Math.PI), report.Layers[3].OutputMean!.Value, 1e-5);
    }

    /// <summary>Without a normalization every block doubles q, and the gradient's mean square on its way back.</summary>
    [Fact]
    public void Residuals_DoubleSignalAndGradient()
    {
        var report = SignalAnalysis.Analyze(new Stack(Networks.Standardized(128)).Dense(128, weights: _lecun)
            .Times(6, static stack => stack.Residual(static inside => inside.Activation(Relu).Dense(128, weights: _he))).Dense(10, weights: _lecun).Build(LossKind.MeanSquaredError));

        // The first block finds a normal distribution, and so does each after it: what a sum of independent branches has.
        for (var block = 0; block < 6; block++)
        {
            Assert.Equal(Math.Pow(2, block + 1), report.Layers[3 * (block + 1)].SecondMoment!.Value, 1e-9);
        }

        Assert.Equal(
            Math.Pow(2, 5), report.Layers[2].GradientSecondMoment!.Value / report.Layers[17].GradientSecondMoment!.Value, 1e-9);
        Assert.Equal(0, report.MeanLogContrast!.Value, 1e-9);
    }

    [Fact]
    public void AResidualWithoutWeights_IsOneFunction()
    {
        // h + tanh(h) of a standard normal h: E = 1 + 2 E[h tanh h] + E[tanh^2], and E[h tanh h] = E[tanh'].
        var report = SignalAnalysis.Analyze(new Stack(Networks.Standardized(128)).Dense(128, weights: _lecun)
            .Residual(static inside => inside.Activation(Tanh)).Dense(10, weights: _lecun).Build(LossKind.MeanSquaredError));
        var square = SignalAnalysis.Analyze(new Stack(Networks.Standardized(128)).Dense(128, Tanh, _lecun).Build(LossKind.MeanSquaredError)).Layers[0].OutputSecondMoment!.Value;

        Assert.Equal(1 + (2 * (1 - square)) + square, report.Layers[2].SecondMoment!.Value, 1e-6);
        Assert.Equal(2.67, report.Layers[3].Chi!.Value, 0.01);
    }

    /// <summary>A dense layer on the last axis: its fan-in is that axis, and the gradients of all positions meet in its weights.</summary>
    [Fact]
    public void PositionsShareWeights_AndSumTheirGradients()
    {
        var positions = new InputSpec(new Shape(System.Collections.Immutable.ImmutableArray.Create(9, 32)), Mean: 0, StandardDeviation: 1);
        var network = new Stack(positions).Dense(32, Tanh, _lecun).Dense(32, Tanh, _lecun).Flatten().Dense(10, weights: _lecun).Build(LossKind.MeanSquaredError);
        var report = SignalAnalysis.Analyze(network);
        var row = SignalAnalysis.Analyze(new Stack(Networks.Standardized(32)).Dense(32, Tanh, _lecun).Dense(32, Tanh, _lecun).Build(LossKind.MeanSquaredError));

        Assert.Equal(1.0 / 32, InitializerResolution.Resolve(network, 0).Weights.Variance!.Value, 1e-12);
        Assert.Equal(1.0 / 288, InitializerResolution.Resolve(network, 3).Weights.Variance!.Value, 1e-12);
        Assert.Equal(row.Layers[1].SecondMoment, report.Layers[1].SecondMoment);
        var (first, second) = (report.Layers[0], report.Layers[1]);
        Assert.Equal(Math.Sqrt(9 * second.GradientSecondMoment!.Value * first.OutputSecondMoment!.Value), second.WeightGradientRms!.Value, 1e-12);
    }

    [Fact]
    public void Normalizations_StartAnewWhereNothingWasKnown()
    {
        var report = SignalAnalysis.Analyze(new Stack(Networks.Standardized(64)).Dense(64, Softmax).LayerNormalization().Dense(64, Tanh, _lecun).Dense(10).Build());

        Assert.Null(report.Layers[0].OutputSecondMoment);
        Assert.Equal(1, report.Layers[2].StandardDeviation!.Value, 1e-4);
        Assert.NotNull(report.Layers[2].WeightGradientRms);
        Assert.Null(report.Layers[0].WeightGradientRms);
        Assert.Null(report.FirstToLastGradient);
    }

    [Fact]
    public void WhatOverflows_IsNotMendedByANormalization()
    {
        var report = SignalAnalysis.Analyze(new Stack(Networks.Standardized(64)).Dense(64, weights: new(InitializerKind.Normal, StandardDeviation: 1e38)).LayerNormalization().Dense(10).Build());

        Assert.True(report.Layers[0].Overflows);
        Assert.Null(report.Layers[2].StandardDeviation);
        Assert.Equal("the values of Dense1 overflow float32", report.Layers[2].Unknown);
    }

    [Fact]
    public void ExactGains_KeepWhatWasThereBeforeTheMask()
    {
        var exact = new InitializerSpec(InitializerKind.LeCunNormal, Gain: InitializerSpec.ExactGain);
        var report = SignalAnalysis.Analyze(new Stack(Networks.Standardized(64)).Dense(64, Relu, exact).Dropout(0.5).Dense(64, Relu, exact)
            .Residual(inside => inside.Dense(64, Relu, exact).Dense(64, weights: exact)).Dense(10, weights: exact).Build());

        Assert.Equal(1, report.Layers[0].SecondMoment!.Value, 1e-9);
        Assert.Equal(1, report.Layers[2].SecondMoment!.Value, 1e-9);
        Assert.Equal(1, report.Layers[3].SecondMoment!.Value, 1e-9);
    }
}
