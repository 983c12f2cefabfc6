using System.Globalization;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal;
using NetGen.Generators.Signal.Training;
using Xunit;

namespace NetGen.Generators.Tests.Signal;

public sealed class MonteCarloTests
{
    private const int NetworkCount = 200;
    private const int Draws = 3;
    private const int Samples = 4;

    private static readonly ActivationKind[] _activations =
        [.. Enum.GetValues<ActivationKind>().Where(static kind => kind is not (ActivationKind.Custom or ActivationKind.Softmax))];

    private static readonly InitializerSpec[] _initializers =
    [
        new(InitializerKind.GlorotNormal),
        new(InitializerKind.GlorotUniform),
        new(InitializerKind.HeNormal),
        new(InitializerKind.HeUniform),
        new(InitializerKind.LeCunNormal),
        new(InitializerKind.TorchDefault),
        new(InitializerKind.Normal, StandardDeviation: 0.2),
        new(InitializerKind.TruncatedNormal, StandardDeviation: 0.15),
        new(InitializerKind.LeCunNormal, Gain: InitializerSpec.ExactGain),
    ];

    private static readonly LossKind[] _losses = [LossKind.SoftmaxCrossEntropy, LossKind.BinaryCrossEntropy, LossKind.MeanSquaredError];

    /// <summary>Random networks of width 100 to 160: what the theory says of infinite width, held against draws of these.</summary>
    [Fact]
    public void PredictionsAgreeWithDrawsOfTheWeights()
    {
        List<double> deviations = [], gradients = [], losses = [];
        for (var seed = 0; seed < NetworkCount; seed++)
        {
            var random = new Random(seed);
            var network = RandomNetwork(random);
            var depth = network.Layers.Count;
            double[] mean = new double[depth], second = new double[depth], gradient = new double[depth];
            double loss = 0;
            for (var draw = 0; draw < Draws; draw++)
            {
                var drawn = new MonteCarloNetwork(network, random);
                for (var sample = 0; sample < Samples; sample++)
                {
                    loss += drawn.Run(Sample(network.Input, random), mean, second, gradient) / (Draws * Samples);
                }
            }

            var report = SignalAnalysis.Analyze(network);
            losses.Add(Math.Abs((report.InitialLoss!.Value / loss) - 1));
            for (var layer = 0; layer < depth; layer++)
            {
                var measured = Math.Sqrt((second[layer] / (Draws * Samples)) - Math.Pow(mean[layer] / (Draws * Samples), 2));
                deviations.Add(Math.Abs((report.Layers[layer].StandardDeviation!.Value / measured) - 1));
                var measuredGradient = Math.Sqrt(gradient[layer] / (Draws * Samples));
                gradients.Add(Math.Exp(Math.Abs(Math.Log(report.Layers[layer].WeightGradientRms!.Value / measuredGradient))));
            }
        }

        Print("std(h), relative error", deviations);
        Print("weight-gradient rms, factor", gradients);
        Print("initial loss, relative error", losses);
        Assert.True(Quantile(deviations, 0.5) < 0.10);
        Assert.True(Quantile(deviations, 0.95) < 0.35);
        Assert.True(Quantile(gradients, 0.5) < 1.5);
        Assert.True(Quantile(gradients, 0.95) < 3);
        Assert.True(Quantile(losses, 0.5) < 0.10);
    }

    /// <summary>The initializer of the library's own: its layers see sigma - 1/2, so that std(h) stays below that of uncentred weights.</summary>
    [Theory]
    [InlineData("CentredLogistic", "Sigmoid", 1)]
    [InlineData("LeCunNormal", "Gelu", InitializerSpec.ExactGain)]
    [InlineData("LeCunNormal", "Sigmoid", InitializerSpec.ExactGain)]
    [InlineData("GlorotUniform", "Silu", InitializerSpec.ExactGain)]
    public void CentredLogisticAndExactGains_DoWhatTheEngineSays(string initializer, string activation, double gain)
    {
        var weights = new InitializerSpec(Enum.Parse<InitializerKind>(initializer), Gain: gain);
        var network = Networks.Dense(
            Networks.Standardized(200), [200, 200, 200], 10, Networks.Activation(Enum.Parse<ActivationKind>(activation)), weights);
        var random = new Random(7);
        double[] mean = new double[4], second = new double[4], gradient = new double[4];
        for (var draw = 0; draw < 20; draw++)
        {
            var drawn = new MonteCarloNetwork(network, random);
            drawn.Run(Sample(network.Input, random), mean, second, gradient);
        }

        var report = SignalAnalysis.Analyze(network);
        for (var layer = 0; layer < 3; layer++)
        {
            Assert.InRange(Math.Sqrt(second[layer] / 20) / report.Layers[layer].StandardDeviation!.Value, 0.85, 1.15);
            Assert.InRange(Math.Sqrt(gradient[layer] / 20) / report.Layers[layer].WeightGradientRms!.Value, 0.7, 1.4);
            Assert.True(gain == 1 || Math.Abs(report.Layers[layer].StandardDeviation!.Value - 1) < 1e-9);
        }
    }

    [Theory]
    [InlineData(2, 0.01)]
    [InlineData(2, 30)]
    [InlineData(10, 0.5)]
    [InlineData(10, 3)]
    [InlineData(10, 140)]
    [InlineData(100, 1)]
    [InlineData(100, 50)]
    public void SoftmaxLogits_AgreeWithDraws(int classes, double variance)
    {
        var random = new Random(classes);
        const int Count = 20_000;
        double loss = 0, squares = 0;
        for (var draw = 0; draw < Count; draw++)
        {
            var logits = Enumerable.Range(0, classes).Select(_ => Math.Sqrt(variance) * MonteCarloNetwork.Normal(random)).ToArray();
            var largest = logits.Max();
            var sum = logits.Sum(logit => Math.Exp(logit - largest));
            loss += (largest + Math.Log(sum)) / Count;
            squares += logits.Sum(logit => Math.Pow(Math.Exp(logit - largest) / sum, 2)) / Count;
        }

        var (crossEntropy, sumOfSquares) = SoftmaxLogits.Start(classes, variance);
        Assert.Equal(loss, crossEntropy, 0.01 * loss + 0.03 * Math.Sqrt(variance));
        Assert.Equal(squares, sumOfSquares, 0.02 * squares);
    }

    [Fact]
    public void SoftmaxLogits_AreContinuousWhereTheMethodChanges()
    {
        foreach (var border in (double[])[1e-3, 2.25])
        {
            var (below, squaresBelow) = SoftmaxLogits.Start(10, border * (1 - 1e-6));
            var (above, squaresAbove) = SoftmaxLogits.Start(10, border * (1 + 1e-6));
            Assert.Equal(below, above, 1e-5);
            Assert.Equal(squaresBelow, squaresAbove, 1e-5);
        }
    }

    private static NetworkSpec RandomNetwork(Random random)
    {
        var features = random.Next(100, 161);
        InputSpec input = random.Next(2) == 0 ? Networks.Standardized(features) : new(Shape.Of(features), Min: -0.5, Max: 1);
        var loss = _losses[random.Next(_losses.Length)];
        var depth = random.Next(1, 7);
        var layers = new LayerSpec[depth + 1];
        var shape = input.Shape;
        for (var index = 0; index <= depth; index++)
        {
            var isLast = index == depth;
            var activation = isLast ? ActivationSpec.Identity : Networks.Activation(_activations[random.Next(_activations.Length)]);
            var weights = _initializers[random.Next(_initializers.Length)];
            if (index > 0 && layers[index - 1].Activation.Kind == ActivationKind.Sigmoid && random.Next(2) == 0)
            {
                weights = new(InitializerKind.CentredLogistic);
            }

            var bias = random.Next(3) switch
            {
                0 => new InitializerSpec(InitializerKind.TorchDefault),
                1 => new InitializerSpec(InitializerKind.Constant, Value: 0.3),
                _ => InitializerSpec.Zeros,
            };
            layers[index] = new DenseSpec(
                "L" + index.ToString(CultureInfo.InvariantCulture),
                shape,
                isLast ? random.Next(2, 20) : random.Next(100, 161),
                activation,
                weights,
                weights.Kind == InitializerKind.CentredLogistic ? InitializerSpec.Zeros : bias);
            shape = layers[index].Output;
        }

        return Networks.Of(input, loss, layers);
    }

    private static double[] Sample(InputSpec input, Random random)
    {
        var sample = new double[input.Shape.Size];
        for (var index = 0; index < sample.Length; index++)
        {
            sample[index] = input.Min is { } low
                ? low + ((input.Max!.Value - low) * random.NextDouble())
                : MonteCarloNetwork.Normal(random);
        }

        return sample;
    }

    private static void Print(string name, List<double> values)
    {
        var quantiles = new[] { 0.05, 0.25, 0.5, 0.75, 0.95, 1 }
            .Select(share => FormattableString.Invariant($"{share:P0} {Quantile(values, share):F3}"));
        TestContext.Current.TestOutputHelper!.WriteLine($"{name}, {values.Count} values: {string.Join(", ", quantiles)}");
    }

    private static double Quantile(List<double> values, double share) => values.Order().ElementAt((int)(share * (values.Count - 1)));
}
