using CsCheck;
using Xunit;

namespace NetGen.Tests.Optimizers;

/// <summary>Every optimizer with every setting away from its default, over 60 steps, for lengths that fill registers of any width and leave rests.</summary>
public sealed class LongRunTests
{
    private const int Steps = 60;

    private static readonly Dictionary<string, (Func<Optimizer> Ours, Func<DoublePrecisionOptimizer> Expected)> Pairs = new()
    {
        ["Sgd"] = (() => new Sgd(.05f), () => new DoublePrecisionOptimizer.Sgd(.05f, 0, false, 0)),
        ["Sgd, momentum, decay"] = (
            () => new Sgd(.05f) { Momentum = .8, WeightDecay = .02 },
            () => new DoublePrecisionOptimizer.Sgd(.05f, .8, false, .02)),
        ["Sgd, Nesterov, decay"] = (
            () => new Sgd(.05f) { Momentum = .8, Nesterov = true, WeightDecay = .02 },
            () => new DoublePrecisionOptimizer.Sgd(.05f, .8, true, .02)),
        ["Adagrad"] = (() => new Adagrad(), () => new DoublePrecisionOptimizer.Adagrad(.01f, 0, 0, 0, 1e-10)),
        ["Adagrad, all set"] = (
            () => new Adagrad(.1f) { LearningRateDecay = .05, WeightDecay = .02, InitialAccumulator = .3, Epsilon = 1e-3 },
            () => new DoublePrecisionOptimizer.Adagrad(.1f, .05, .02, .3, 1e-3)),
        ["RmsProp"] = (() => new RmsProp(), () => new DoublePrecisionOptimizer.RmsProp(.01f, .99, 1e-8, 0, 0, false)),
        ["RmsProp, momentum, decay"] = (
            () => new RmsProp(.02f) { Alpha = .9, Epsilon = 1e-3, Momentum = .7, WeightDecay = .02 },
            () => new DoublePrecisionOptimizer.RmsProp(.02f, .9, 1e-3, .02, .7, false)),

        // Centred, the divisor is a difference of nearly equal numbers where a gradient hardly varies; an epsilon of its size keeps that comparable.
        ["RmsProp, centred"] = (
            () => new RmsProp(.02f) { Alpha = .9, Centered = true, Epsilon = .1, WeightDecay = .02 },
            () => new DoublePrecisionOptimizer.RmsProp(.02f, .9, .1, .02, 0, true)),
        ["RmsProp, centred, momentum"] = (
            () => new RmsProp(.02f) { Alpha = .9, Centered = true, Epsilon = .1, Momentum = .5 },
            () => new DoublePrecisionOptimizer.RmsProp(.02f, .9, .1, 0, .5, true)),
        ["Adam"] = (() => new Adam(), () => new DoublePrecisionOptimizer.Adam(.001f, .9, .999, 1e-8, 0, 0)),
        ["Adam, all set"] = (
            () => new Adam(.02f) { Beta1 = .8, Beta2 = .95, Epsilon = 1e-3, WeightDecay = .02 },
            () => new DoublePrecisionOptimizer.Adam(.02f, .8, .95, 1e-3, .02, 0)),
        ["AdamW"] = (() => new AdamW(), () => new DoublePrecisionOptimizer.Adam(.001f, .9, .999, 1e-8, 0, .01)),
        ["AdamW, all set"] = (
            () => new AdamW(.02f) { Beta1 = .8, Beta2 = .95, Epsilon = 1e-3, WeightDecay = .2 },
            () => new DoublePrecisionOptimizer.Adam(.02f, .8, .95, 1e-3, 0, .2)),
        ["Nadam"] = (() => new Nadam(), () => new DoublePrecisionOptimizer.Nadam(.002f, .9, .999, 1e-8, 0, 4e-3)),
        ["Nadam, all set"] = (
            () => new Nadam(.02f) { Beta1 = .8, Beta2 = .95, Epsilon = 1e-3, WeightDecay = .02, MomentumDecay = .01 },
            () => new DoublePrecisionOptimizer.Nadam(.02f, .8, .95, 1e-3, .02, .01)),
        ["Adamax"] = (() => new Adamax(), () => new DoublePrecisionOptimizer.Adamax(.002f, .9, .999, 1e-8, 0)),
        ["Adamax, all set"] = (
            () => new Adamax(.02f) { Beta1 = .8, Beta2 = .95, Epsilon = 1e-3, WeightDecay = .02 },
            () => new DoublePrecisionOptimizer.Adamax(.02f, .8, .95, 1e-3, .02)),
        ["RAdam"] = (() => new RAdam(), () => new DoublePrecisionOptimizer.RAdam(.001f, .9, .999, 1e-8, 0)),
        ["RAdam, all set"] = (
            () => new RAdam(.02f) { Beta1 = .8, Beta2 = .95, Epsilon = 1e-3, WeightDecay = .02 },
            () => new DoublePrecisionOptimizer.RAdam(.02f, .8, .95, 1e-3, .02)),
    };

    public static TheoryData<string> Names() => [.. Pairs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void FollowsTheAlgorithmInDoublePrecision(string name) =>
        (from length in Gen.Int[1, 70]
         from values in Gen.Float[-2, 2].Array[length * (Steps + 1)]
         select (length, values)).Sample(
            sample =>
            {
                var (length, values) = sample;
                var (ours, expected) = (Pairs[name].Ours(), Enumerable.Range(0, length).Select(_ => Pairs[name].Expected()).ToArray());
                var parameters = values[..length];
                double[] doubles = [.. parameters.Select(v => (double)v)];

                // A parameter that passes through zero keeps the rounding of where it has been.
                var largest = doubles.Max(Math.Abs);
                for (var step = 1; step <= Steps; step++)
                {
                    var gradients = values.AsSpan(step * length, length);
                    ours.Step(parameters, gradients);
                    for (var i = 0; i < length; i++)
                    {
                        doubles[i] = expected[i].Step(doubles[i], gradients[i]);
                    }

                    largest = Math.Max(largest, doubles.Max(Math.Abs));
                }

                for (var i = 0; i < length; i++)
                {
                    Assert.Equal(doubles[i], parameters[i], 1e-5 * largest);
                }
            },
            iter: 40,
            threads: 1);
}
