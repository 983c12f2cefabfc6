using System.Runtime.Intrinsics;
using NetGen.Numerics;
using NetGen.Tests.Numerics;
using Xunit;

namespace NetGen.Tests.Layers;

/// <summary>Operations on a single float give the bits that a vector's give in each lane.</summary>
public sealed class ScalarOperationsTests
{
    [Fact]
    public void Arithmetic_IsThatOfVectors()
    {
        foreach (var a in Floats.Special)
        {
            foreach (var b in Floats.Special)
            {
                var x = Both(Results<float, ScalarOperations>(a, b), Results<Vector128<float>, VectorOperations128>(a, b));
                Assert.Equal(x.Expected, x.Actual);
            }
        }
    }

    [Fact]
    public void Exponents_AreThoseOfVectors()
    {
        for (var n = -200; n <= 200; n++)
        {
            foreach (var a in new[] { 0.5f, 0.7f, 1, 1.999f, 2, float.NaN })
            {
                var expected = VectorOperations128.ScaleByPowerOfTwo(Vector128.Create(a), Vector128.Create((float)n)).ToScalar();
                var scaled = Both([ScalarOperations.ScaleByPowerOfTwo(a, n)], [expected]);
                Assert.Equal(scaled.Expected, scaled.Actual);
            }

            if (n is >= -127 and <= 127)
            {
                Assert.Equal(VectorOperations128.PowerOfTwo(Vector128.Create((float)n)).ToScalar(), ScalarOperations.PowerOfTwo(n));
            }
        }

        foreach (var value in Floats.Every(100_003).Where(static value => float.IsNormal(value) && value > 0))
        {
            var mantissa = VectorOperations128.SplitExponent(Vector128.Create(value), out var exponent);
            Assert.Equal(mantissa.ToScalar(), ScalarOperations.SplitExponent(value, out var actual));
            Assert.Equal(exponent.ToScalar(), actual);
        }
    }

    [Fact]
    public void MemoryAndSums_AreThoseOfOneLane()
    {
        float[] memory = [1, 2, 3];
        Assert.Equal(1u, ScalarOperations.Lanes);
        Assert.Equal((1f, 3f), (ScalarOperations.Load(ref memory[0]), ScalarOperations.Load(ref memory[0], 2)));
        Assert.Equal((1f, 3f), (ScalarOperations.Broadcast(ref memory[0]), ScalarOperations.Broadcast(ref memory[0], 2)));
        Assert.Equal((2f, 9f), (ScalarOperations.LoadFirst(ref memory[0], 1, 1, 9), ScalarOperations.LoadFirst(ref memory[0], 1, 0, 9)));
        Assert.Equal((5f, 0f), (ScalarOperations.KeepFirst(5, 1), ScalarOperations.KeepFirst(5, 0)));
        Assert.Equal((5f, 5f, 5.0), (ScalarOperations.MaxAcross(5), ScalarOperations.SumAcross(5), ScalarOperations.SumAcrossInDouble(5)));
        ScalarOperations.Store(4, ref memory[0]);
        ScalarOperations.Store(5, ref memory[0], 1);
        ScalarOperations.StoreFirst(6, ref memory[0], 2, 1);
        ScalarOperations.StoreFirst(7, ref memory[0], 0, 0);
        Assert.Equal([4, 5, 6], memory);
    }

    private static (int[] Expected, int[] Actual) Both(float[] actual, float[] expected) => (Floats.Bits(expected), Floats.Bits(actual));

    private static float[] Results<TVector, TOp>(float first, float second)
        where TVector : struct
        where TOp : struct, IVectorOperations<TVector>
    {
        var (a, b, c) = (TOp.Constant(first), TOp.Constant(second), TOp.Constant(0.3f));
        TVector[] results =
        [
            TOp.Add(a, b),
            TOp.Subtract(a, b),
            TOp.Multiply(a, b),
            TOp.Divide(a, b),
            TOp.MultiplyAdd(a, b, c),
            TOp.MultiplyAddEstimate(a, b, c),
            TOp.Sqrt(a),
            TOp.Abs(a),
            TOp.CopySign(a, b),
            TOp.Zero,
            TOp.Select(TOp.LessThan(a, b), c, b),
            TOp.Select(TOp.LessThanOrEqual(a, b), c, b),
            TOp.Select(TOp.AreEqual(a, b), c, b),
            TOp.ZeroWhere(TOp.LessThan(a, b), c),

            // A bound is a number, and which zero comes of two is the processor's choice.
            TOp.Abs(TOp.AtMost(c, a)),
            TOp.Abs(TOp.AtLeast(c, a)),
        ];
        return [.. results.Select(static result => System.Runtime.CompilerServices.Unsafe.As<TVector, float>(ref result))];
    }
}
