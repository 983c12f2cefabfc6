using CsCheck;
using NetGen.Losses;
using NetGen.Tests.Numerics;
using Xunit;

namespace NetGen.Tests.Losses;

/// <summary>The softmax cross-entropy against double precision, for all shapes.</summary>
public sealed class SoftmaxCrossEntropyTests
{
    private const float Untouched = 12345.678f;

    [Fact]
    public void AgreesWithDoublePrecision() => Gen.Select(Gen.Int[1, 20], Gen.Int[1, 50], Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 1000]).Sample(
        (rows, width, gap, gradientGap, seed) =>
        {
            var (stride, gradientStride) = (width + gap, width + gradientGap);
            float[] logits = [.. Floats.Random(rows * stride, seed).Select((value, i) => i % stride < width ? value * 10 : float.NaN)];
            int[] targets = [.. Enumerable.Range(0, rows).Select(row => (row + seed) % width)];
            var gradients = Enumerable.Repeat(Untouched, (rows * gradientStride) + 20).ToArray();
            const float Scale = 0.25f;
            var computed = SoftmaxCrossEntropy.Compute(ref logits[0], (nuint)stride, rows, width, targets, ref gradients[0], (nuint)gradientStride, Scale);
            var summed = SoftmaxCrossEntropy.Sum(ref logits[0], (nuint)stride, rows, width, targets);

            var expected = 0.0;
            for (var row = 0; row < rows; row++)
            {
                var exponentials = Enumerable.Range(0, width).Select(column => Math.Exp(logits[(row * stride) + column])).ToArray();
                var sum = exponentials.Sum();
                expected += Math.Log(sum) - logits[(row * stride) + targets[row]];
                for (var column = 0; column < gradientStride; column++)
                {
                    var gradient = column < width ? Scale * ((exponentials[column] / sum) - (column == targets[row] ? 1 : 0)) : Untouched;
                    Assert.Equal(gradient, gradients[(row * gradientStride) + column], 3e-7);
                }
            }

            Assert.All(gradients[(rows * gradientStride)..], static value => Assert.Equal(Untouched, value));
            Assert.Equal(expected, computed, (expected * 1e-6) + (rows * 2e-7));
            Assert.Equal(computed, summed);
        },
        iter: 300);

    [Fact]
    public void LargeLogitsDoNotOverflow()
    {
        float[] logits = [1e30f, 0, -1e30f];
        var gradients = new float[3];
        Assert.Equal(0, SoftmaxCrossEntropy.Compute(ref logits[0], 3, 1, 3, [0], ref gradients[0], 3, 1));
        Assert.Equal([0, 0, 0], gradients);
        Assert.Equal(1e30, SoftmaxCrossEntropy.Compute(ref logits[0], 3, 1, 3, [1], ref gradients[0], 3, 1), 1e24);
        Assert.Equal([1, -1, 0], gradients);
    }

    [Fact]
    public void NaNIsSeen()
    {
        for (var width = 1; width <= 37; width++)
        {
            for (var place = 0; place < width; place++)
            {
                var logits = new float[width];
                var gradients = new float[width];
                logits[place] = float.NaN;
                Assert.True(double.IsNaN(SoftmaxCrossEntropy.Compute(ref logits[0], (nuint)width, 1, width, [0], ref gradients[0], (nuint)width, 1)));
                Assert.All(gradients, static value => Assert.True(float.IsNaN(value)));
                Assert.True(double.IsNaN(SoftmaxCrossEntropy.Sum(ref logits[0], (nuint)width, 1, width, [0])));
            }
        }
    }

    [Fact]
    public void LabelOutsideTheClassesIsRefusedBeforeAnythingIsWritten()
    {
        var logits = new float[6];
        float[] gradients = [.. Enumerable.Repeat(Untouched, 6)];
        Assert.Throws<InvalidLabelException>(() => SoftmaxCrossEntropy.Compute(ref logits[0], 3, 2, 3, [0, 3], ref gradients[0], 3, 1));
        Assert.Throws<InvalidLabelException>(() => SoftmaxCrossEntropy.Sum(ref logits[0], 3, 2, 3, [-1, 0]));
        Assert.All(gradients, static value => Assert.Equal(Untouched, value));
    }
}
