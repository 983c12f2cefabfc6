using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal.Rules;
using Xunit;
using static NetGen.Generators.Model.ActivationKind;
using static NetGen.Generators.Tests.Signal.Rules.Diagnoses;

namespace NetGen.Generators.Tests.Signal.Rules;

/// <summary>The rules of masks, normalizations and residual blocks: each fires, says what it should, and is quiet where nothing is wrong.</summary>
public sealed class LayerRuleTests
{
    private static readonly InitializerSpec _lecun = new(InitializerKind.LeCunNormal);

    /// <summary>What people build today has nothing to be said of, or a piece of advice.</summary>
    [Fact]
    public void UsualNetworks_AreFreeOfWarnings()
    {
        AssertQuiet("", Start().Times(5, static s => s.Dense(100, useBias: false).BatchNormalization().Activation(ActivationKind.Relu).Dropout(0.2)).Dense(10));
        AssertQuiet("", Start().Times(5, static s => s.Dense(100, ActivationKind.Relu).BatchNormalization()).Dense(10));
        AssertQuiet("", Start().Times(8, static s => s.Dense(100).LayerNormalization().Activation(Gelu)).Dense(10));
        AssertQuiet("", Start().Dense(100).Block("Pre", 12, static s => s.Residual(static b => b.BatchNormalization().Activation(ActivationKind.Relu).Dense(100))).Dense(10));
        AssertQuiet("", Start().Dense(100).Times(20, static s => s.Residual(static b => b.LayerNormalization().Dense(200, Gelu).Dense(100))).LayerNormalization().Dense(10));
        AssertQuiet("", Start().Dense(100).Times(4, static s => s.Residual(static b => b.Dense(100, ActivationKind.Relu).Dense(100)).Activation(ActivationKind.Relu)).Dense(10));
        AssertQuiet("", Start().Times(5, static s => s.Dense(100, Selu).AlphaDropout(0.1)).Dense(10));
        AssertQuiet("", Start().GaussianNoise(0.1).Times(3, static s => s.Dense(100, ActivationKind.Relu).Dropout(0.5)).Dense(10));
        AssertQuiet("", new Stack(new(new Shape(System.Collections.Immutable.ImmutableArray.Create(8, 8, 3)), Min: 0, Max: 1)).Flatten().Dense(100, ActivationKind.Relu).Dense(10));
    }

    /// <summary>In front of a normalization the weights' size is of no consequence.</summary>
    [Fact]
    public void WhatANormalizationMends_IsNoMistake()
    {
        foreach (var weights in (InitializerSpec[])[Normal(1), Normal(1e-4), new(InitializerKind.Orthogonal), new(InitializerKind.GlorotUniform)])
        {
            AssertQuiet("", Start().Dense(1000, weights: weights, useBias: false).BatchNormalization().Activation(ActivationKind.Tanh).Dense(10));
            AssertQuiet("", Start().Dense(1000, weights: weights).LayerNormalization().Activation(Selu).Dense(10));
        }

        AssertQuiet("", Start().Dense(100, weights: new(InitializerKind.Uniform, Limit: 1)).LayerNormalization().Activation(ActivationKind.Relu).Dense(10));
        Assert.Equal("", Ids(Start().Times(12, static s => s.Dense(100, Sigmoid).BatchNormalization()).Dense(10).Build()));
        Assert.Equal("102", Ids(Start().Times(12, static s => s.Dense(100, Sigmoid)).Dense(10).Build()));
    }

    /// <summary>Blocks that start at zero, or nearly so, are advice that people follow (Fixup, ReZero).</summary>
    [Fact]
    public void BlocksThatStartSmall_AreNoMistake()
    {
        foreach (var last in (InitializerSpec[])[new(InitializerKind.Zeros), Normal(1e-5), new(InitializerKind.Constant, Value: 0)])
        {
            AssertQuiet("", Start().Dense(100).Times(12, s => s.Residual(b => b.Dense(100, ActivationKind.Relu).Dense(100, weights: last))).Dense(10));
            AssertQuiet("", Start().Times(12, s => s.Residual(b => b.Dense(100, ActivationKind.Relu).Dense(100, weights: last))).Dense(10));
        }
    }

    [Fact]
    public void Selu_WantsAlphaDropout()
    {
        var network = Start().Times(3, static s => s.Dense(100, Selu).Dropout(0.25)).Dense(10).Build();
        var diagnosis = Assert.Single(Of(network));

        Assert.Equal(
            ("NETGEN111", RuleSeverity.Info, FindingCause.Layer, 1),
            (diagnosis.Finding.Rule.Id, diagnosis.Finding.Severity, diagnosis.Finding.Cause, diagnosis.Finding.LayerIndex));
        Assert.StartsWith(
            "Dropout1 (and 2 more layers declared alike): sets 25% of SELU units to 0 in training, and multiplies the mean square that SELU keeps at 1 by 1.3. Use AlphaDropout behind every SELU",
            diagnosis.Message);
        var mended = diagnosis.Fixes[0];
        Assert.Equal(3, mended.Network.Steps.Count(static layer => layer is AlphaDropoutSpec { Rate: 0.25 }));
        Assert.Equal("", Ids(mended.Network));
        AssertQuiet("", Start().Dense(100, Selu).Dropout(0).Dense(10));
        AssertQuiet("", Start().Dense(100, Elu).Dropout(0.25).Dense(10));
    }

    /// <summary>Ten ReLU layers keep q; with half of the units of a few dropped it doubles there, and std(h) passes 20 where it was 12.</summary>
    [Fact]
    public void Dropout_MayPushTheSignalOutOfRange()
    {
        var network = Start().Dense(100, ActivationKind.Relu, Normal(1.2)).Times(2, static s => s.Dropout(0.5).Dense(100, ActivationKind.Relu)).Dense(10).Build(LossKind.MeanSquaredError);
        var diagnosis = Assert.Single(Of(network), static diagnosis => diagnosis.Finding.Severity > RuleSeverity.Info);

        Assert.Equal(("NETGEN113", FindingCause.Rate, 1), (diagnosis.Finding.Rule.Id, diagnosis.Finding.Cause, diagnosis.Finding.LayerIndex));
        Assert.StartsWith(
            "Dropout1 and 1 more: 1 / (1 - p) multiplies the signal's mean square by 2 in training, by 4 in all, and that alone brings about this: Dense3",
            diagnosis.Message);
        Assert.Contains(diagnosis.Fixes, static fix => fix.Title.StartsWith("Drop no more than 20%", StringComparison.Ordinal));

        // Where the weights are at fault, dropout is not.
        Assert.DoesNotContain("113", Ids(Start().Times(3, static s => s.Dense(100, ActivationKind.Relu, Normal(3)).Dropout(0.5)).Dense(10).Build()));
    }

    /// <summary>Half of the units dropped four times leave a sixteenth of the mean square to the sample, five times half of that.</summary>
    [Theory]
    [InlineData(4, "")]
    [InlineData(5, "113")]
    public void Dropout_MayLeaveTooLittle(int masks, string ids)
    {
        var network = Start().Times(masks, static s => s.Dense(100, ActivationKind.Tanh).Dropout(0.5)).Dense(10).Build();
        AssertQuiet(ids, network);
        if (ids.Length > 0)
        {
            var diagnosis = Assert.Single(Of(network));
            Assert.StartsWith(
                "Dropout1 and 4 more: of the signal that reaches the last layer in training, 3% of the mean square is the sample's own, the rest the noise of what was dropped. Drop no more than 40%",
                diagnosis.Message);
            AssertQuiet("", network, new() { OwnSignal = 0.03 });
        }

        // Alpha dropout leaves 69% where dropout leaves 90%; residual blocks keep what goes round them.
        AssertQuiet("", Start().Times(8, static s => s.Dense(100, Elu).Dropout(0.1)).Dense(10));
        AssertQuiet("113", Start().Times(9, static s => s.Dense(100, Selu).AlphaDropout(0.1)).Dense(10));
        AssertQuiet("", Start().Dense(100).Times(9, static s => s.Residual(static b => b.LayerNormalization().Dense(100, ActivationKind.Relu).Dropout(0.5).Dense(100))).Dense(10));
    }

    [Theory]
    [InlineData(0.5, null)]
    [InlineData(0.55, RuleSeverity.Info)]
    [InlineData(0.85, RuleSeverity.Info)]
    [InlineData(0.9, RuleSeverity.Warning)]
    public void DropoutRate_IsAtMostOneHalf(double rate, object? severity)
    {
        var network = Start().Dense(100, ActivationKind.Relu).Dropout(rate).Dense(10, weights: Normal(0.01)).Build();
        var diagnosis = Of(network).SingleOrDefault();

        Assert.Equal(severity, diagnosis?.Finding.Severity);
        if (diagnosis is not null)
        {
            Assert.Equal(("NETGEN208", FindingCause.Rate, 1), (diagnosis.Finding.Rule.Id, diagnosis.Finding.Cause, diagnosis.Finding.LayerIndex));
            Assert.StartsWith(FormattableString.Invariant($"Dropout1: drops {100 * rate:F0}% of its values, more than 50%"), diagnosis.Message);
            Assert.Equal(0.5, Assert.IsType<DropoutSpec>(diagnosis.Fixes[0].Network.Steps[1]).Rate);
            Assert.Empty(Of(network, thresholds: new() { DropoutRateInfo = 0.95 }));
            Assert.Contains("208", Ids(Start().Dense(100, Selu).AlphaDropout(rate).Dense(10).Build()));
        }
    }

    [Theory]
    [InlineData(0.2, RuleSeverity.Info)]
    [InlineData(0.6, RuleSeverity.Warning)]
    public void Dropout_OfTheOutputsIsNamed(double rate, object severity)
    {
        var network = Start().Dense(100, ActivationKind.Relu).Dropout(0.2).Dense(10).Dropout(rate).Build();
        var diagnosis = Assert.Single(Of(network));

        Assert.Equal(
            ("NETGEN208", severity, FindingCause.Layer, 3),
            (diagnosis.Finding.Rule.Id, (object)diagnosis.Finding.Severity, diagnosis.Finding.Cause, diagnosis.Finding.LayerIndex));
        Assert.StartsWith(
            FormattableString.Invariant($"Dropout2: drops {100 * rate:F0}% of the network's own outputs in training: the loss compares targets with zeros. Remove Dropout2"), diagnosis.Message);
        Assert.Equal("", Ids(diagnosis.Fixes[0].Network));
    }

    [Fact]
    public void BatchNormalization_MakesBiasesUseless()
    {
        var network = Start().Times(3, static s => s.Dense(100).BatchNormalization().Activation(ActivationKind.Relu)).Dense(10).Build();
        var diagnosis = Assert.Single(Of(network));

        Assert.Equal(("NETGEN303", RuleSeverity.Info, 0), (diagnosis.Finding.Rule.Id, diagnosis.Finding.Severity, diagnosis.Finding.LayerIndex));
        Assert.StartsWith(
            "Dense1 (and 2 more layers declared alike): its biases are taken away again by the batch normalization behind it, which has its own. Set UseBias = false in every such layer",
            diagnosis.Message);
        Assert.Equal("", Ids(diagnosis.Fixes[0].Network));
        Assert.Equal(3, diagnosis.Fixes[0].Network.Steps.OfType<WeightedLayerSpec>().Count(static layer => layer.Bias is null));
        AssertQuiet("", Start().Dense(100).LayerNormalization().Activation(ActivationKind.Relu).Dense(10));
    }

    [Fact]
    public void BatchNormalization_ComesBeforeDropout()
    {
        var network = Start().Dense(100, ActivationKind.Relu).Dropout(0.3).BatchNormalization().Dense(10).Build();
        var diagnosis = Assert.Single(Of(network));

        Assert.Equal(("NETGEN303", FindingCause.Rate, 1), (diagnosis.Finding.Rule.Id, diagnosis.Finding.Cause, diagnosis.Finding.LayerIndex));
        Assert.StartsWith("Dropout1: BatchNormalization1's running variance is that of training, in which values are dropped", diagnosis.Message);
        Assert.StartsWith("Put Dropout1 behind BatchNormalization1", diagnosis.Fixes[0].Title);
        Assert.Equal(["Dense", "BatchNormalization", "Dropout", "Dense"], diagnosis.Fixes[0].Network.Steps.Select(static layer => layer.Kind));
        Assert.StartsWith("Remove Dropout1", diagnosis.Fixes[1].Title);
    }

    /// <summary>1.467 a layer: 400 is passed with the sixteenth factor.</summary>
    [Theory]
    [InlineData(15, "")]
    [InlineData(17, "119")]
    public void BatchNormalization_ExplodesWithDepth(int depth, string ids)
    {
        var network = Start().Times(depth, static s => s.Dense(100, useBias: false).BatchNormalization().Activation(ActivationKind.Relu)).Dense(10).Build();
        AssertQuiet(ids, network);
        if (ids.Length > 0)
        {
            var diagnosis = Assert.Single(Of(network));
            Assert.Equal((RuleSeverity.Warning, 1), (diagnosis.Finding.Severity, diagnosis.Finding.LayerIndex));
            Assert.StartsWith(
                "18 layers with batch normalization and no way round them: the gradient grows by a factor of 1.2 a layer on its way back, 20 from the last layer to the first at initialization."
                + " Use LayerNormalization in place of every BatchNormalization",
                diagnosis.Message);
            AssertQuiet("", diagnosis.Fixes[0].Network);
            AssertQuiet("", network, new() { BatchNormalizationGrowth = 1000 });
            AssertQuiet("", Start().Dense(100).Times(depth, static s => s.Residual(static b => b.BatchNormalization().Activation(ActivationKind.Relu).Dense(100))).Dense(10));
        }
    }

    /// <summary>Six blocks multiply the mean square by 64 and seven by 128; eighteen by 262,144 and nineteen by twice that.</summary>
    [Theory]
    [InlineData(6, null)]
    [InlineData(7, RuleSeverity.Info)]
    [InlineData(18, RuleSeverity.Info)]
    [InlineData(19, RuleSeverity.Warning)]
    public void Residuals_WantANormalizationOrAFactor(int blocks, object? severity)
    {
        var network = Start().Dense(100, weights: _lecun).Times(blocks, static s => s.Residual(static b => b.Activation(ActivationKind.Relu).Dense(100, weights: He))).Dense(10, weights: _lecun).Build();
        var diagnosis = Of(network).SingleOrDefault(static diagnosis => diagnosis.Finding.Rule.Id == "NETGEN120");
        Assert.Equal(severity, diagnosis?.Finding.Severity);
        Assert.DoesNotContain(Of(network), static diagnosis => diagnosis.Finding.Severity > RuleSeverity.Info && diagnosis.Finding.Rule.Id != "NETGEN120");
        if (diagnosis is not null)
        {
            Assert.Equal(3, diagnosis.Finding.LayerIndex);
            Assert.StartsWith(FormattableString.Invariant($"{blocks} residual blocks without normalization inside: they multiply the signal's mean square by "), diagnosis.Message);
            Assert.Contains(" at initialization, 2 a block.", diagnosis.Message);
            Assert.Contains(diagnosis.Fixes, fix => fix.Title.StartsWith(FormattableString.Invariant($"Multiply the last weights of each block by 1 / sqrt(blocks) = {1 / Math.Sqrt(blocks):0.##}"), StringComparison.Ordinal));
            Assert.Contains(diagnosis.Fixes, static fix => fix.Title.StartsWith("Start the last weights of each block at zero", StringComparison.Ordinal));
        }

        // Normalized on the way, or inside.
        Assert.DoesNotContain("120", Ids(Start().Dense(100).Times(blocks, static s => s.Residual(static b => b.Dense(100, ActivationKind.Relu).Dense(100)).LayerNormalization()).Dense(10).Build()));
        Assert.DoesNotContain("120", Ids(Start().Dense(100).Times(blocks, static s => s.Residual(static b => b.RmsNormalization().Dense(100, ActivationKind.Relu).Dense(100))).Dense(10).Build()));
    }

    /// <summary>Sixty layers of defaults do not train: with Adam's default 500 steps take 8% of the loss of a smooth function away, where two layers take 84%.</summary>
    [Fact]
    public void SixtyTanhLayers_AreDeeperThanTheirSignalTravels()
    {
        var network = new Stack(Networks.Standardized(16)).Times(60, static s => s.Dense(64, ActivationKind.Tanh)).Dense(1).Build(LossKind.MeanSquaredError);
        var diagnosis = Assert.Single(Of(network), static diagnosis => diagnosis.Finding.Severity > RuleSeverity.Info);

        Assert.Equal("NETGEN106", diagnosis.Finding.Rule.Id);
        Assert.StartsWith(
            "61 layers, yet the directions in which samples differ are passed on unequally at initialization, the strongest alone in the end:"
            + " the relative variance of the Jacobian's squared singular values is 60, above 45.",
            diagnosis.Message);
        Assert.Contains(diagnosis.Fixes, static fix => fix.Title.StartsWith("Use Orthogonal in every layer", StringComparison.Ordinal));
        Assert.DoesNotContain("106", Ids(new Stack(Networks.Standardized(16)).Times(30, static s => s.Dense(64, ActivationKind.Tanh)).Dense(1).Build(LossKind.MeanSquaredError)));

        // Around residual blocks the way round keeps every direction.
        AssertQuiet("", new Stack(Networks.Standardized(16)).Dense(64).Times(60, static s => s.Residual(static b => b.LayerNormalization().Dense(64, ActivationKind.Tanh))).Dense(1).Build(LossKind.MeanSquaredError));
    }

    /// <summary>What is declared once changes everywhere, and nothing else does.</summary>
    [Fact]
    public void RepeatedBlocks_ChangeTogether()
    {
        var network = Start().Block("Part", 4, static s => s.Dense(100, Sigmoid, Normal(1)).Dropout(0.1)).Dense(100, Sigmoid, Normal(1)).Dense(10).Build();

        var weights = network.WithWeighted(2, static layer => layer.WithWeights(NetworkEdits.Matched(Sigmoid)));
        Assert.Equal(
            ["GlorotUniform", "GlorotUniform", "GlorotUniform", "GlorotUniform", "Normal", "GlorotUniform"],
            weights.Steps.OfType<WeightedLayerSpec>().Select(static layer => layer.Weights.Name));
        Assert.Equal(["Part1.Dense1", "Part2.Dense1", "Part3.Dense1", "Part4.Dense1", "Dense1", "Dense2"], weights.Without(1).Steps.Select(static layer => layer.Name));
        Assert.Same(network, network.Without(0).Without(0) is { Steps.Count: 2 } ? null : network);
        var nested = Start().Block("Outer", 2, static s => s.Block("Inner", 2, static i => i.Dense(100, Sigmoid)).Dense(100, Sigmoid)).Dense(10).Build();
        Assert.Equal(4, nested.WithStep(1, static layer => layer with { Activation = Networks.Activation(ActivationKind.Tanh) }).Steps.Count(static layer => layer.Activation.Kind == ActivationKind.Tanh));
    }

    [Fact]
    public void Edits_LeaveNoBlockEmpty()
    {
        var network = Start().Residual(static b => b.Activation(ActivationKind.Relu)).Dense(10).Build();

        Assert.Equal(network, network.Without(0));
    }

    [Fact]
    public void Edits_KeepWhatTheyDoNotKnow()
    {
        var network = Networks.Of(
            Networks.Standardized(4),
            LossKind.MeanSquaredError,
            new DenseSpec("Dense1", Shape.Of(4), 8, Networks.Activation(ActivationKind.Relu), He, InitializerSpec.Zeros) { TileRows = 3, TileVectors = 2 },
            new DropoutSpec("Dropout1", Shape.Of(8), 0.1),
            new DenseSpec("Dense2", Shape.Of(8), 1, ActivationSpec.Identity, Glorot, InitializerSpec.Zeros));

        var wide = network.WithUnits(2, static units => 4 * units);
        Assert.Equal((32, 3, 2), (((DenseSpec)wide.Steps[0]).Units, ((DenseSpec)wide.Steps[0]).TileRows, ((DenseSpec)wide.Steps[0]).TileVectors));
        Assert.Equal((0.1, "32"), (((DropoutSpec)wide.Steps[1]).Rate, wide.Steps[1].Output.ToString()));
        Assert.Equal(("32", 1), (wide.Steps[2].Input.ToString(), ((DenseSpec)wide.Steps[2]).Units));
    }

    private static Stack Start() => new(Networks.Standardized(100));

    private static void AssertQuiet(string ids, Stack stack) => AssertQuiet(ids, stack.Build());

    /// <summary>Only warnings and errors, and advice on layers of the chapter; the width of these networks is not the question.</summary>
    private static void AssertQuiet(string ids, NetworkSpec network, SignalThresholds? thresholds = null)
    {
        var found = Of(network, thresholds: thresholds).Where(static diagnosis => diagnosis.Finding.Severity > RuleSeverity.Info || diagnosis.Finding.Rule.Id == "NETGEN303").ToList();
        Assert.True(ids == string.Join(", ", found.Select(static diagnosis => diagnosis.Finding.Rule.Id["NETGEN".Length..])), string.Join('\n', found.Select(static diagnosis => diagnosis.Finding.Rule.Id + " " + diagnosis.Message)));
    }
}
