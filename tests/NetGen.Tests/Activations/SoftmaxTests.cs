using CsCheck;
using NetGen.Activations;
using NetGen.Tests.Numerics;
using Xunit;

namespace NetGen.Tests.Activations;

/// <summary>Softmax and its Jacobian against double precision, for all shapes.</summary>
public sealed class SoftmaxTests
{
    private const float Untouched = 12345.678f;

    [Fact]
    public void AgreesWithDoublePrecision() => Gen.Select(Gen.Int[1, 4], Gen.Int[1, 3], Gen.Int[1, 70], Gen.Int[0, 9]).Sample(
        (rows, groups, size, gap) =>
        {
            var stride = (groups * size) + gap;
            float[] z = [.. Floats.Random(rows * stride, size).Select(value => value * 20)];
            var da = Floats.Random(rows * stride, size + 1);
            Poison(z, groups * size, stride);
            Poison(da, groups * size, stride);
            var a = Enumerable.Repeat(Untouched, rows * stride).ToArray();
            var dz = Enumerable.Repeat(Untouched, rows * stride).ToArray();
            Softmax.Forward(ref z[0], ref a[0], rows, (nuint)stride, groups, size);
            Softmax.Backward(ref a[0], ref da[0], ref dz[0], rows, (nuint)stride, groups, size);
            for (var row = 0; row < rows; row++)
            {
                for (var group = 0; group < groups; group++)
                {
                    var at = (row * stride) + (group * size);
                    AssertGroup(z.AsSpan(at, size), da.AsSpan(at, size), a.AsSpan(at, size), dz.AsSpan(at, size));
                }

                for (var i = groups * size; i < stride; i++)
                {
                    Assert.Equal(Untouched, a[(row * stride) + i]);
                    Assert.Equal(Untouched, dz[(row * stride) + i]);
                }
            }

            // In place.
            Softmax.Backward(ref a[0], ref da[0], ref da[0], rows, (nuint)stride, groups, size);
            Softmax.Forward(ref z[0], ref z[0], rows, (nuint)stride, groups, size);
            for (var i = 0; i < rows * stride; i++)
            {
                Assert.True(i % stride >= groups * size || (dz[i] == da[i] && a[i] == z[i]));
            }
        },
        iter: 300);

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(50)]
    public void LargeLogitsDoNotOverflow(int size)
    {
        float[] z = [.. Enumerable.Range(0, size).Select(i => 1e30f * (i % 2))];
        Softmax.Forward(ref z[0], ref z[0], 1, (nuint)size, 1, size);
        for (var i = 0; i < size; i++)
        {
            Assert.Equal(i % 2 == 1 ? 1.0 / (size / 2) : 0, z[i], 1e-6);
        }
    }

    [Fact]
    public void MinusInfinityIsAMaskedClass()
    {
        float[] z = [1, float.NegativeInfinity, 1];
        Softmax.Forward(ref z[0], ref z[0], 1, 3, 1, 3);
        Assert.Equal([0.5f, 0, 0.5f], z);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void NaNAndInfinityAreSeenInEveryOutput(float value)
    {
        for (var size = 1; size <= 40; size++)
        {
            for (var place = 0; place < size; place++)
            {
                var z = new float[size];
                z[place] = value;
                Softmax.Forward(ref z[0], ref z[0], 1, (nuint)size, 1, size);

                // exp(-infinity) / NaN beside infinity, NaN throughout beside NaN.
                Assert.All(z, static a => Assert.True(float.IsNaN(a)));
            }
        }
    }

    private static void AssertGroup(Span<float> z, Span<float> da, Span<float> a, Span<float> dz)
    {
        var max = double.NegativeInfinity;
        foreach (var value in z)
        {
            max = Math.Max(max, value);
        }

        var exact = new double[z.Length];
        var sum = 0.0;
        for (var i = 0; i < z.Length; i++)
        {
            sum += exact[i] = Math.Exp(z[i] - max);
        }

        var dot = 0.0;
        for (var i = 0; i < z.Length; i++)
        {
            exact[i] /= sum;
            dot += exact[i] * da[i];
        }

        for (var i = 0; i < z.Length; i++)
        {
            // z - max is rounded to 2^-24 of up to 40, which the exponential turns into a relative error.
            Assert.Equal(exact[i], a[i], (3e-6 * exact[i]) + 1e-40);
            Assert.Equal(exact[i] * (da[i] - dot), dz[i], (4e-6 * exact[i]) + 1e-40);
        }
    }

    private static void Poison(float[] values, int width, int stride)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = i % stride < width ? values[i] : float.NaN;
        }
    }
}
