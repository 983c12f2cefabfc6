using System.Collections.Immutable;
using System.Reflection;
using CsCheck;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal;
using NetGen.Generators.Signal.Report;
using NetGen.Generators.Signal.Rules;
using NetGen.Generators.Signal.Training;
using Xunit;

namespace NetGen.Generators.Tests.Signal;

/// <summary>Whatever is declared, nothing throws and no number is NaN; what a layer may hold is known or has a reason.</summary>
public sealed class SignalAnalysisPropertyTests
{
    /// <summary>Numbers as declarations may hold them: usual ones, and finite ones of every size.</summary>
    private static readonly Gen<double> _number = Gen.OneOf(
        Gen.Double[-3, 3],
        OneOf<double>(0, 1, -1, 1e-6, 1e6, 1e-40, 1e40, -1e30, 1e-300, 1e300, double.Epsilon, double.MaxValue, -double.MaxValue),
        Gen.Double.Where(static value => double.IsFinite(value)));

    private static readonly Gen<double> _positive = _number.Select(static value => Math.Abs(value));

    private static readonly Gen<ActivationSpec> _activation = Gen.Select(
        OneOf(Enum.GetValues<ActivationKind>()),
        Gen.OneOf(Gen.Double[0, 1], _number),
        OneOf("", "z / (1 + exp(-z))", "tanh(z) * log(1 + exp(z))", "sqrt(z)", "1 / z", "exp(z)", "max(z - 3, 0)", "0", "z ^ 9", "no formula"),
        static (kind, alpha, formula) => new ActivationSpec(
            kind,
            kind is ActivationKind.LeakyRelu or ActivationKind.Elu ? alpha : 0,
            kind == ActivationKind.Custom ? "global::T" : "",
            kind == ActivationKind.Custom ? formula : ""));

    private static readonly Gen<InitializerSpec> _initializer = Gen.Select(
        OneOf(Enum.GetValues<InitializerKind>()),
        Gen.OneOf(Gen.Const(1.0), Gen.Const(InitializerSpec.ExactGain), _positive),
        _positive,
        _number,
        OneOf(Enum.GetValues<FanModeKind>()),
        OneOf(Enum.GetValues<DistributionKind>()),
        static (kind, gain, size, value, mode, distribution) => new InitializerSpec(
            kind, gain, size, size, value, size, mode, distribution, kind == InitializerKind.Custom ? "global::T" : ""));

    private static readonly Gen<int> _units = Gen.OneOf(Gen.Int[1, 300], OneOf(1, 2, 100_000, int.MaxValue));

    private static readonly Gen<InputSpec> _input = Gen.Select(
        _units,
        Gen.OneOf(Gen.Const(1.0), _number),
        Gen.OneOf(Gen.Const(0.0), _number),
        Gen.Select(Gen.Bool, _number, static (has, value) => has ? value : (double?)null).Array[4],
        static (features, scale, shift, statistics) =>
            new InputSpec(Shape.Of(features), scale, shift, statistics[0], statistics[1], statistics[2], statistics[3]));

    private static readonly Gen<NetworkSpec> _network = Gen.Select(
        _input,
        Gen.Select(_units, _activation, _initializer, _initializer, Gen.Int[0, 4], Gen.Bool).Array[1, 10],
        OneOf(Enum.GetValues<LossKind>()),
        _positive,
        static (input, layers, loss, delta) =>
        {
            var shape = input.Shape;
            var specs = ImmutableArray.CreateBuilder<LayerSpec>();
            foreach (var (units, activation, weights, bias, kind, hasBias) in layers)
            {
                LayerSpec layer = kind == 0
                    ? new ActivationLayerSpec("A", shape, activation)
                    : new DenseSpec("D", shape, units, activation, weights, hasBias ? bias : null);
                specs.Add(layer);
                shape = layer.Output;
            }

            return Networks.Of(input, loss, [.. specs]) with { Loss = new(loss, Math.Max(delta, 1e-300)) };
        });

    [Fact]
    public void NoNumberIsNaN() => _network.Sample(
        static network =>
        {
            var report = SignalAnalysis.Analyze(network, new TrainingSpec(OptimizerKind.Sgd, 0.1));
            AssertFinite(report);
            foreach (var layer in report.Layers)
            {
                AssertFinite(layer);
                Assert.True(layer.StandardDeviation is not null || layer.Unknown.Length > 0);
                Assert.True(layer.SaturatedShare is null or (>= 0 and <= 1));
            }

            Assert.Equal(report, SignalAnalysis.Analyze(network, new TrainingSpec(OptimizerKind.Sgd, 0.1)));
        },
        iter: 1000,
        seed: "0N0XIzNsQ0O2",
        threads: 1);

    /// <summary>Rules and their fixes hold on the same declarations: no exception, no number that is none, every fix free of what it mends.</summary>
    [Fact]
    public void RulesReadEveryDeclaration() => _network.Sample(
        static network =>
        {
            foreach (var diagnosis in Diagnosis.Of(network, new TrainingSpec(OptimizerKind.Sgd, 0.1), SignalThresholds.Default))
            {
                Assert.DoesNotContain("NaN", diagnosis.Message);
                Assert.DoesNotContain("Infinity", diagnosis.Message);
                Assert.InRange(diagnosis.Finding.LayerIndex, -1, network.Layers.Count - 1);
                Assert.All(diagnosis.Fixes, fix => Assert.NotEqual((network, new TrainingSpec(OptimizerKind.Sgd, 0.1)), (fix.Network, fix.Training)));
            }
        },
        iter: 400,
        seed: "0N0XIzNsQ0O2",
        threads: 1);

    [Fact]
    public void PreactivationsFromMicroscopicToHugeAreKnown()
    {
        foreach (var kind in Enum.GetValues<ActivationKind>().Where(static kind => kind is not (ActivationKind.Custom or ActivationKind.Softmax)))
        {
            for (var q = 1e-6; q < 2e6; q *= 10)
            {
                var layer = new DenseSpec("D", Shape.Of(100), 100, Networks.Activation(kind), new(InitializerKind.Normal, StandardDeviation: Math.Sqrt(q / 100)), null);
                var next = new DenseSpec("E", Shape.Of(100), 10, ActivationSpec.Identity, new(InitializerKind.LeCunNormal), null);
                var report = SignalAnalysis.Analyze(Networks.Of(Networks.Standardized(100), LossKind.MeanSquaredError, layer, next));

                Assert.Equal(q, report.Layers[0].SecondMoment!.Value, 1e-9 * q);
                Assert.True(report.Layers[1].SecondMoment > 0);
                Assert.True(report.FirstToLastGradient > 0);
            }
        }
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static void AssertFinite(object record)
    {
        foreach (var property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetValue(record) is double value)
            {
                Assert.False(double.IsNaN(value), property.Name);
                Assert.True(double.IsFinite(value) || property.Name == nameof(SignalReport.DepthScale), property.Name);
            }
        }
    }
}
