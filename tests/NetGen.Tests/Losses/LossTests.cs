using CsCheck;
using NetGen.Losses;
using NetGen.Tests.Numerics;
using Xunit;

namespace NetGen.Tests.Losses;

/// <summary>The losses of single outputs against double precision, for all shapes.</summary>
public sealed class LossTests
{
    private const float Untouched = 12345.678f;
    private const float Delta = 0.75f;

    private delegate double ComputeLoss(
        ref float outputs, nuint stride, int rows, int width, ReadOnlySpan<float> targets, ref float gradients, nuint gradientStride, float scale);

    private delegate double SumLoss(ref float outputs, nuint stride, int rows, int width, ReadOnlySpan<float> targets);

    private sealed record Loss(ComputeLoss Compute, SumLoss Sum, Func<double, double, double> Exact, Func<double, double, double> Derivative);

    private static readonly Dictionary<string, Loss> s_losses = new()
    {
        ["MeanSquaredError"] = new(MeanSquaredError.Compute, MeanSquaredError.Sum, (y, t) => (y - t) * (y - t), (y, t) => 2 * (y - t)),
        ["MeanAbsoluteError"] = new(
            MeanAbsoluteError.Compute, MeanAbsoluteError.Sum, (y, t) => Math.Abs(y - t), (y, t) => double.IsNaN(y - t) ? y - t : Math.Sign(y - t)),
        ["Huber"] = new(
            (ref y, stride, rows, width, t, ref dy, gradientStride, scale) => Huber.Compute(ref y, stride, rows, width, t, ref dy, gradientStride, scale, Delta),
            (ref y, stride, rows, width, t) => Huber.Sum(ref y, stride, rows, width, t, Delta),
            (y, t) => Math.Abs(y - t) <= Delta ? (y - t) * (y - t) / 2 : Delta * (Math.Abs(y - t) - (Delta / 2)),
            (y, t) => Math.Clamp(y - t, -Delta, Delta)),
        ["BinaryCrossEntropy"] = new(
            BinaryCrossEntropy.Compute,
            BinaryCrossEntropy.Sum,
            (y, t) => Math.Max(y, 0) - (y * t) + Math.Log(1 + Math.Exp(-Math.Abs(y))),
            (y, t) => (1 / (1 + Math.Exp(-y))) - t),
    };

    public static TheoryData<string> Names => [.. s_losses.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AgreesWithDoublePrecision(string name) => Gen.Select(Gen.Int[1, 30], Gen.Int[1, 40], Gen.OneOf(Gen.Const(0), Gen.Int[0, 9]), Gen.OneOf(Gen.Const(0), Gen.Int[0, 9])).Sample(
        (rows, width, gap, gradientGap) =>
        {
            var loss = s_losses[name];
            var (stride, gradientStride) = (width + gap, width + gradientGap);
            float[] outputs = [.. Floats.Random(rows * stride, width).Select((value, i) => i % stride < width ? value * 3 : float.NaN)];
            float[] targets = [.. Floats.Random(rows * width, width + 1).Select(value => name == "BinaryCrossEntropy" ? MathF.Abs(value) : value)];
            var gradients = Enumerable.Repeat(Untouched, (rows * gradientStride) + 20).ToArray();
            const float Scale = 0.125f;
            var computed = loss.Compute(ref outputs[0], (nuint)stride, rows, width, targets, ref gradients[0], (nuint)gradientStride, Scale);
            var summed = loss.Sum(ref outputs[0], (nuint)stride, rows, width, targets);

            var expected = 0.0;
            for (var i = 0; i < gradients.Length; i++)
            {
                var (row, column) = (i / gradientStride, i % gradientStride);
                if (row < rows && column < width)
                {
                    double y = outputs[(row * stride) + column];
                    double t = targets[(row * width) + column];
                    expected += loss.Exact(y, t);
                    Assert.Equal(Scale * loss.Derivative(y, t), gradients[i], 2e-7);
                }
                else
                {
                    Assert.Equal(Untouched, gradients[i]);
                }
            }

            Assert.Equal(expected, computed, expected * 5e-7);
            Assert.Equal(expected, summed, expected * 5e-7);
        },
        iter: 200);

    [Theory]
    [MemberData(nameof(Names))]
    public void LongSumsStayPrecise(string name)
    {
        const int Count = 40_000;
        float[] outputs = [.. Floats.Random(Count, 1).Select(static value => value + 2)];
        var targets = Floats.Random(Count, 2);
        var expected = outputs.Zip(targets, (y, t) => s_losses[name].Exact(y, t)).Sum();
        Assert.Equal(expected, s_losses[name].Sum(ref outputs[0], 4, Count / 4, 4, targets), Math.Abs(expected) * 2e-7);
    }

    // NaN in an output or a target: NaN in the sum and in that one gradient, at every place.
    [Theory]
    [MemberData(nameof(Names))]
    public void NaNIsSeen(string name)
    {
        var loss = s_losses[name];
        for (var width = 1; width <= 37; width++)
        {
            for (var place = 0; place < 2 * width; place++)
            {
                var values = new float[2 * width];
                values[place] = float.NaN;
                var others = new float[2 * width];
                var gradients = new float[2 * width];
                Assert.True(double.IsNaN(loss.Compute(ref values[0], (nuint)width, 2, width, others, ref gradients[0], (nuint)width, 1)));
                Assert.Equal(place, Array.FindIndex(gradients, float.IsNaN));
                Assert.Equal(1, gradients.Count(float.IsNaN));
                Assert.True(double.IsNaN(loss.Sum(ref values[0], (nuint)width, 2, width, others)));
                Assert.True(double.IsNaN(loss.Sum(ref others[0], (nuint)width, 2, width, values)));
            }
        }
    }

    [Fact]
    public void AbsoluteErrorHasNoSlopeAtZero()
    {
        float[] outputs = [1, 2, 0];
        float[] gradients = [9, 9, 9];
        MeanAbsoluteError.Compute(ref outputs[0], 3, 1, 3, [1, 1, 1], ref gradients[0], 3, 1);
        Assert.Equal([0, 1, -1], gradients);
    }

    [Theory]
    [InlineData(200, 1, 0, 0)]
    [InlineData(200, 0, 200, 1)]
    [InlineData(-200, 1, 200, -1)]
    [InlineData(-200, 0, 0, 0)]
    [InlineData(1e30f, 0.5f, 5e29, 0.5)]
    public void LargeLogitsDoNotOverflow(float logit, float target, double expected, double derivative)
    {
        var gradient = 0f;
        Assert.Equal(expected, BinaryCrossEntropy.Compute(ref logit, 1, 1, 1, [target], ref gradient, 1, 1), expected * 1e-6);
        Assert.Equal(derivative, gradient);
    }

    [Fact]
    public void TooFewTargetsAreRefused()
    {
        var outputs = new float[6];
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanSquaredError.Sum(ref outputs[0], 3, 2, 3, new float[5]));
    }
}
