using System.Collections.Immutable;
using NetGen.Generators.Model;
using NetGen.Generators.Signal;
using Xunit;
using static NetGen.Generators.Model.ActivationKind;

namespace NetGen.Generators.Tests.Signal;

/// <summary>
/// Normalizations, masks, noise, residual blocks and dense layers on the last axis: what the engine predicts against draws of weights, masks and batches, run
/// forward and backward by code of its own.
/// </summary>
public sealed class MonteCarloLayerTests
{
    private const int Width = 96;
    private const int Samples = 48;
    private static readonly InitializerSpec _he = new(InitializerKind.HeNormal);
    private static readonly InitializerSpec _glorot = new(InitializerKind.GlorotNormal);
    private static readonly InitializerSpec _lecun = new(InitializerKind.LeCunNormal);

    /// <summary>By name: the network, and by which factor at most a step's size and a gradient's size are off.</summary>
    private static readonly Dictionary<string, (NetworkSpec Network, double Signal, double Gradient)> _networks = new()
    {
        ["BatchNormalization"] = (Start().Times(6, static s => s.Dense(Width, weights: _he).BatchNormalization().Activation(Relu)).Dense(10).Build(), 1.1, 1.25),
        ["BatchNormalizationBehindTanh"] = (Start().Times(5, static s => s.Dense(Width, Tanh, _glorot).BatchNormalization()).Dense(10).Build(), 1.1, 1.25),
        ["BatchNormalizationAfterPlainLayers"] = (Start().Times(4, static s => s.Dense(Width, Relu, _he)).BatchNormalization().Dense(Width, weights: _he).BatchNormalization().Activation(Tanh).Dense(10).Build(), 1.25, 1.4),
        ["BatchNormalizationOfTheInput"] = (new Stack(new(Shape.Of(Width), Mean: 2, StandardDeviation: 3)).BatchNormalization().Dense(Width, Relu, _he).Dense(10).Build(), 1.1, 1.2),
        ["LayerNormalization"] = (Start().Times(6, static s => s.Dense(Width, weights: _glorot).LayerNormalization().Activation(Gelu)).Dense(10).Build(), 1.1, 1.25),
        ["LayerNormalizationBehindRelu"] = (Start().Times(5, static s => s.Dense(Width, Relu, _he).LayerNormalization()).Dense(10).Build(), 1.15, 1.3),
        ["RmsNormalizationInResiduals"] = (Start().Dense(Width, weights: _lecun).Times(5, static s => s.Residual(static b => b.RmsNormalization().Dense(Width, Silu, _he).Dense(Width, weights: _lecun))).RmsNormalization().Dense(10).Build(), 1.1, 1.25),
        ["PreActivationBlocks"] = (Start().Dense(Width, weights: _lecun).Block("Pre", 5, static s => s.Residual(static b => b.BatchNormalization().Activation(Relu).Dense(Width, weights: _he))).Dense(10).Build(), 1.1, 1.25),
        ["ResidualsWithoutNormalization"] = (Start().Times(4, static s => s.Residual(static b => b.Dense(Width, Relu, _he).Dense(Width, weights: _lecun))).Dense(10).Build(LossKind.MeanSquaredError), 1.2, 1.35),
        ["ResidualsThatEndInRelu"] = (Start().Times(3, static s => s.Residual(static b => b.Dense(Width, Tanh, _glorot).Dense(Width, Relu, _he))).Dense(10).Build(LossKind.MeanSquaredError), 1.2, 1.35),
        ["Projections"] = (Start().Residual(static b => b.Dense(64, Tanh, _glorot).Dense(64, weights: _glorot), _glorot).Activation(Relu).Residual(static b => b.Dense(128, Relu, _he), _he).Dense(10).Build(), 1.15, 1.3),
        ["NestedResiduals"] = (Start().Times(2, static s => s.Residual(static b => b.Dense(Width, Tanh, _glorot).Residual(static c => c.Dense(Width, Tanh, _glorot)).Dense(Width, weights: _glorot))).Dense(10).Build(), 1.15, 1.3),
        ["AResidualWithoutWeights"] = (Start().Dense(Width, weights: _lecun).Residual(static b => b.Activation(Tanh)).Dense(Width, Relu, _he).Dense(10).Build(), 1.1, 1.25),
        ["Dropout"] = (Start().Times(4, static s => s.Dense(Width, Relu, _he).Dropout(0.4)).Dense(10).Build(), 1.25, 1.4),
        ["DropoutBeforeTanh"] = (Start().Dense(Width, weights: _glorot).Dropout(0.3).Activation(Tanh).Dense(Width, Tanh, _glorot).Dense(10).Build(), 1.15, 1.25),
        ["AlphaDropout"] = (Start().Times(5, static s => s.Dense(Width, Selu, _lecun).AlphaDropout(0.2)).Dense(10).Build(), 1.1, 1.25),
        ["Noise"] = (Start().GaussianNoise(0.5).Dense(Width, Tanh, _glorot).GaussianNoise(0.3).Dense(10).Build(LossKind.MeanSquaredError), 1.1, 1.2),
        ["Positions"] = (new Stack(new(new Shape(ImmutableArray.Create(6, 32)), Mean: 0, StandardDeviation: 1)).Dense(48, weights: _glorot).LayerNormalization().Activation(Relu).Dense(32, Relu, _he).Flatten().Dense(10, weights: _glorot).Build(), 1.15, 1.3),
        ["PositionsToTheEnd"] = (new Stack(new(new Shape(ImmutableArray.Create(3, 5, 32)), Mean: 0, StandardDeviation: 1)).Dense(48, Tanh, _glorot).BatchNormalization().Dense(4, weights: _glorot).Build(LossKind.MeanSquaredError), 1.1, 1.3),
    };

    public static TheoryData<string> Names => [.. _networks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void PredictionsAgreeWithDraws(string name)
    {
        const int Draws = 12;
        var (network, signalFactor, gradientFactor) = _networks[name];
        var random = new Random(11);
        var drawn = new MonteCarloTree(network, random);
        for (var draw = 0; draw < Draws; draw++)
        {
            drawn.Run([.. Enumerable.Range(0, Samples).Select(_ => Sample(network.Input, random))]);
        }

        var report = SignalAnalysis.Analyze(network);
        var lines = new List<string>();
        var misses = 0;
        for (var step = 0; step < network.Steps.Count; step++)
        {
            var predicted = report.Layers[step];
            Hold("size", Math.Sqrt(predicted.SecondMoment!.Value), Math.Sqrt(drawn.SecondMoments[step] / Draws), signalFactor, step);
            Hold("output", Math.Sqrt(predicted.OutputSecondMoment!.Value), Math.Sqrt(drawn.OutputSecondMoments[step] / Draws), signalFactor, step);
            if (predicted.WeightGradientRms is { } gradient)
            {
                Hold("gradient", gradient, Math.Sqrt(drawn.GradientSquares[step] / Draws), gradientFactor, step);
            }
        }

        Assert.True(misses == 0, string.Join('\n', lines));

        void Hold(string what, double expected, double measured, double factor, int step)
        {
            var off = expected / measured;
            misses += off > factor || off < 1 / factor ? 1 : 0;
            lines.Add(FormattableString.Invariant($"{network.Steps[step].Name} {what}: predicted {expected:G4}, drawn {measured:G4}, {off:F3}"));
            TestContext.Current.TestOutputHelper!.WriteLine(lines[^1]);
        }
    }

    private static Stack Start() => new(Networks.Standardized(Width));

    private static double[] Sample(InputSpec input, Random random)
    {
        var sample = new double[input.Shape.Size];
        for (var i = 0; i < sample.Length; i++)
        {
            sample[i] = input.Mean!.Value + (input.StandardDeviation!.Value * MonteCarloNetwork.Normal(random));
        }

        return sample;
    }
}
