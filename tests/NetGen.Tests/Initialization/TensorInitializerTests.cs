using CsCheck;
using NetGen.Initialization;
using Xunit;

namespace NetGen.Tests.Initialization;

public sealed class TensorInitializerTests
{
    private static readonly Gen<(int Units, int Inputs)> s_shapes = Gen.Select(Gen.Int[1, 70], Gen.Int[1, 150]);

    [Fact]
    public void Element_TakesTheNumberOfItsVisibleIndex() => Gen.Select(s_shapes, Gen.ULong, Gen.Int[0, 9]).Sample(static (shape, seed, before) =>
    {
        var stored = new float[shape.Units * shape.Inputs];
        var random = new RandomStream(seed, 3, 0);
        random.Seek((ulong)before);
        TensorInitializer.Normal(stored, shape.Units, shape.Inputs, 0.5f, ref random);
        Assert.Equal((ulong)(before + stored.Length), random.Position);
        var next = random.NextUInt32();

        var inOrder = new RandomStream(seed, 3, 0);
        inOrder.Seek((ulong)before);
        for (var unit = 0; unit < shape.Units; unit++)
        {
            for (var input = 0; input < shape.Inputs; input++)
            {
                Assert.Equal(0.5f * inOrder.NextNormal(), stored[(input * shape.Units) + unit]);
            }
        }

        Assert.Equal(next, inOrder.NextUInt32());
    }, iter: 50);

    [Fact]
    public void EachDistribution_ScalesItsOwnNumbers()
    {
        var (normal, truncated, uniform) = (new float[35], new float[35], new float[35]);
        var random = new RandomStream(5, 1, 0);
        TensorInitializer.Normal(normal, 1, 35, 3, ref random);
        TensorInitializer.TruncatedNormal(truncated, 1, 35, 3, ref random);
        TensorInitializer.Uniform(uniform, 1, 35, 3, ref random);

        var expected = new RandomStream(5, 1, 0);
        Assert.All(normal, value => Assert.Equal(3 * expected.NextNormal(), value));
        Assert.All(truncated, value => Assert.Equal(3 * expected.NextTruncatedNormal(), value));
        Assert.All(uniform, value => Assert.Equal(3 * expected.NextSymmetric(), value));
    }

    [Fact]
    public void Constant_FillsAll()
    {
        var stored = new float[17];
        TensorInitializer.Constant(stored, 0.25f);
        Assert.All(stored, static value => Assert.Equal(0.25f, value));
    }

    [Fact]
    public void CentredLogisticBias_IsMinusHalfTheSumOfTheUnitsWeights() => s_shapes.Sample(static shape =>
    {
        // More units than a group of sums holds in a third of the cases or so.
        var units = shape.Units * 4;
        var weights = new float[units * shape.Inputs];
        var random = new RandomStream(9, 2, 0);
        TensorInitializer.Normal(weights, units, shape.Inputs, 1, ref random);
        var bias = new float[units];
        Array.Fill(bias, float.NaN);
        TensorInitializer.CentredLogisticBias(weights, bias, units, shape.Inputs);
        for (var unit = 0; unit < units; unit++)
        {
            var sum = 0.0;
            for (var input = 0; input < shape.Inputs; input++)
            {
                sum += weights[(input * units) + unit];
            }

            Assert.Equal((float)(-0.5 * sum), bias[unit]);
        }
    }, iter: 30);

    [Fact]
    public void CentredLogisticBias_OfZeros_IsPositiveZero()
    {
        var bias = new float[3];
        TensorInitializer.CentredLogisticBias(new float[6], bias, 3, 2);
        Assert.All(bias, static value => Assert.Equal(0u, BitConverter.SingleToUInt32Bits(value)));
    }

    [Fact]
    public void Custom_SeesTheVisibleLayoutAndTheFans()
    {
        var stored = new float[6];
        var random = new RandomStream(1, 1, 0);
        TensorInitializer.Custom<Numbered>(stored, 2, 3, 300, 20, ref random);
        Assert.Equal([320, 323, 321, 324, 322, 325], stored);
        Assert.Equal(1UL, random.Position);
    }

    [Fact]
    public void Custom_ThatThrows_LeavesTheTensorAsItWas()
    {
        float[] stored = [1, 2, 3];
        var random = new RandomStream(1, 1, 0);
        Assert.Throws<InvalidOperationException>(() => TensorInitializer.Custom<Failing>(stored, 1, 3, 3, 1, ref random));
        Assert.Equal([1, 2, 3], stored);
    }

    [Fact]
    public void WrongLength_IsNamedWithBothNumbers()
    {
        var random = new RandomStream(1, 1, 0);
        var stored = new float[7];
        Action[] calls =
        [
            () => TensorInitializer.Normal(stored, 2, 4, 1, ref random),
            () => TensorInitializer.TruncatedNormal(stored, 2, 4, 1, ref random),
            () => TensorInitializer.Uniform(stored, 2, 4, 1, ref random),
            () => TensorInitializer.Orthogonal(stored, 2, 4, 1, ref random),
            () => TensorInitializer.CentredLogisticBias(stored, new float[2], 2, 4),
            () => TensorInitializer.Custom<Numbered>(stored, 2, 4, 4, 2, ref random),
        ];
        foreach (var call in calls)
        {
            var message = Assert.Throws<ArgumentException>(call).Message;
            Assert.Contains("7 elements", message, StringComparison.Ordinal);
            Assert.Contains("2 x 4 = 8", message, StringComparison.Ordinal);
        }

        Assert.All(stored, static value => Assert.Equal(0, value));
        Assert.Throws<ArgumentException>(() => TensorInitializer.CentredLogisticBias(new float[8], new float[3], 2, 4));
    }

    [Fact]
    public void Distributions_AllocateNothing()
    {
        var stored = new float[64 * 33];
        var bias = new float[64];
        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Run()
        {
            var random = new RandomStream(1, 1, 0);
            TensorInitializer.Normal(stored, 64, 33, 1, ref random);
            TensorInitializer.TruncatedNormal(stored, 64, 33, 1, ref random);
            TensorInitializer.Uniform(stored, 64, 33, 1, ref random);
            TensorInitializer.CentredLogisticBias(stored, bias, 64, 33);
        }
    }

    private sealed class Numbered : IInitializer
    {
        public static void Fill(Span<float> values, int fanIn, int fanOut, ref RandomStream random)
        {
            random.NextUInt32();
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = fanIn + fanOut + i;
            }
        }
    }

    private sealed class Failing : IInitializer
    {
        public static void Fill(Span<float> values, int fanIn, int fanOut, ref RandomStream random)
        {
            values.Fill(float.NaN);
            throw new InvalidOperationException();
        }
    }
}
