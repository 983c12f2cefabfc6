using NetGen.Tests.Numerics;
using Xunit;

namespace NetGen.Tests.Activations;

/// <summary>The activations against double precision and against themselves at other widths, places and lengths.</summary>
public sealed class ActivationTests(ITestOutputHelper output)
{
    private const float Untouched = 12345.678f;

    public static TheoryData<string> Names => [.. ActivationCase.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AgreesWithDoublePrecisionOverAllFloats(string name)
    {
        var activation = ActivationCase.All[name];
        var (worst, where, worstSlope, whereSlope) = (0.0, 0f, 0.0, 0f);
        foreach (var z in Floats.Every(20011))
        {
            var error = RelativeError(z, activation.Apply(z), activation.Reference.Apply(z));
            if (error > worst)
            {
                (worst, where) = (error, z);
            }

            // A derivative is a factor on a gradient; its error counts against 1, near which its largest values lie.
            var expected = activation.Reference.Derivative(z);
            var slopeError = activation.Reference.Kinks.Any(kink => Math.Abs(z - kink) < 1e-6) ? 0 : Math.Abs(activation.Derivative(z) - expected);
            if (!(slopeError <= worstSlope))
            {
                (worstSlope, whereSlope) = (slopeError, z);
            }
        }

        output.WriteLine($"{name}: phi {worst:E2} of its value off at {where:R}, phi' {worstSlope:E2} off at {whereSlope:R}");

        // Found: at most 3.6E-07 (GELU, at -1.6) but for GELU's approximation by tanh, whose argument the exponential makes ninety times worse (7.6E-06, at -9);
        // phi' at most 2.1E-07.
        var tolerance = name == "GeluTanh" ? 2e-5 : 1e-6;
        Assert.True(worst <= tolerance, $"{name}({where:R}) is {worst:E2} of its value off.");
        Assert.True(worstSlope <= 6e-7, $"{name}'({whereSlope:R}) is {worstSlope:E2} off.");
    }

    /// <summary>
    /// tanh' is 1 - y^2 of the float y, rounded once. Against 1 - tanh(z)^2 that is at most 1.5 units in the last place up to |z| = 1/2 (found: 1.20, of every float);
    /// beyond, 2 y / (1 - y^2) times the error of y, which even a correctly rounded y has (2.0 units at z = 1, 8 at 2), outgrows any bound.
    /// </summary>
    [Fact]
    public void DerivativeOfTanhIsRoundedOnce()
    {
        var tanh = ActivationCase.All["Tanh"];
        for (var bits = BitConverter.SingleToUInt32Bits(1f / 4096); bits < BitConverter.SingleToUInt32Bits(20); bits += 1009)
        {
            var z = BitConverter.UInt32BitsToSingle(bits);
            double y = tanh.Apply(z);
            var derivative = tanh.Derivative(z);
            Assert.True(Floats.UlpsFrom(derivative, (1 - y) * (1 + y)) <= 0.5, $"tanh'({z:R}) is not 1 - y^2 rounded.");
            Assert.True(z > 0.5f || Floats.UlpsFrom(derivative, tanh.Reference.Derivative(z)) <= 1.5, $"tanh'({z:R}) is more than 1.5 units in the last place off.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void DerivativeAgreesWithCentralDifferences(string name)
    {
        // Step 1e-4 in double precision: truncation about 1e-9 and rounding 1e-12 for these functions; single precision gives 1e-6.
        const double Step = 1e-4;
        var activation = ActivationCase.All[name];
        for (var z = -12.03125f; z <= 12; z += 0.0625f)
        {
            // No z is near a kink: those are whole numbers.
            var difference = (activation.Reference.Apply(z + Step) - activation.Reference.Apply(z - Step)) / (2 * Step);
            Assert.Equal(difference, activation.Derivative(z), 1e-6);
        }
    }

    [Theory]
    [InlineData("Relu", 0, 0)]
    [InlineData("LeakyRelu", 0, 0.125)]
    [InlineData("Elu", 0, 1.5)]
    [InlineData("Selu", 0, 1.7580993408473766)]
    [InlineData("HardSigmoid", -3, 0)]
    [InlineData("HardSigmoid", 3, 0)]
    [InlineData("HardSwish", -3, -0.5)]
    [InlineData("HardSwish", 3, 1.5)]
    public void DerivativeAtAKinkIsPyTorchs(string name, float z, double expected) => Assert.Equal(expected, ActivationCase.All[name].Derivative(z), 1e-6);

    [Theory]
    [MemberData(nameof(Names))]
    public void InfinityAndNaNComeOutAsTheReferenceSays(string name)
    {
        var activation = ActivationCase.All[name];
        foreach (var z in new[] { float.PositiveInfinity, float.NegativeInfinity, 1e30f, -1e30f, float.MaxValue, float.MinValue, float.NaN })
        {
            // SELU of the largest float is more than a float holds.
            var (expected, actual) = (activation.Reference.Apply(z), activation.Apply(z));
            expected = float.IsInfinity((float)expected) ? (float)expected : expected;
            Assert.Equal(double.IsNaN(expected), float.IsNaN(actual));
            Assert.True(!double.IsInfinity(expected) || expected == actual, $"{name}({z}) is {actual}.");
            Assert.True(!double.IsFinite(expected) || Math.Abs(actual - expected) <= 2e-7 * Math.Max(Math.Abs(expected), 1), $"{name}({z}) is {actual}.");
            Assert.Equal(activation.Reference.Derivative(z), activation.Derivative(z), 1e-7);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void HasTheSameBitsAtEveryWidth(string name)
    {
        foreach (var chunk in Floats.Every(200_003).Concat(Floats.Special).Chunk(16))
        {
            var z = new float[16];
            chunk.CopyTo(z, 0);
            var results = ActivationCase.All[name].AtEveryWidth(z);
            Assert.Equal(Floats.Bits(results[4]), Floats.Bits(results[0]));
            Assert.Equal(Floats.Bits(results[4]), Floats.Bits(results[2]));
            Assert.Equal(Floats.Bits(results[5]), Floats.Bits(results[1]));
            Assert.Equal(Floats.Bits(results[5]), Floats.Bits(results[3]));
        }
    }

    // Every length up to 70, so that body and tail of every width are met; special values wander over all places.
    [Theory]
    [MemberData(nameof(Names))]
    public void EveryPlaceOfEveryLengthGivesTheSameBits(string name)
    {
        var activation = ActivationCase.All[name];
        for (var length = 0; length <= 70; length++)
        {
            float[] z = [.. Enumerable.Range(0, length + 20).Select(i => i < length ? Floats.Special[(i + length) % Floats.Special.Length] : float.NaN)];
            float[] da = [.. Enumerable.Range(0, length + 20).Select(i => i < length ? (i % 5) - 1.5f : float.NaN)];
            var a = Enumerable.Repeat(Untouched, length + 20).ToArray();
            activation.Forward(ref z[0], ref a[0], length);
            var saved = activation.DerivativeFromOutput ? a : z;
            var dz = Enumerable.Repeat(Untouched, length + 20).ToArray();
            activation.Backward(ref saved[0], ref da[0], ref dz[0], length);
            for (var i = 0; i < length + 20; i++)
            {
                Assert.Equal(Floats.Bits(i < length ? activation.Apply(z[i]) : Untouched), Floats.Bits(a[i]));
                Assert.Equal(Floats.Bits(i < length ? da[i] * activation.Derivative(z[i]) : Untouched), Floats.Bits(dz[i]));
            }

            // In place: the gradient over itself, then the outputs over the pre-activations.
            activation.Backward(ref saved[0], ref da[0], ref da[0], length);
            activation.Forward(ref z[0], ref z[0], length);
            Assert.Equal(Floats.Bits(dz.AsSpan(0, length)), Floats.Bits(da.AsSpan(0, length)));
            Assert.Equal(Floats.Bits(a.AsSpan(0, length)), Floats.Bits(z.AsSpan(0, length)));
        }
    }

    [Fact]
    public void ReluOfMinusZeroIsZero() => Assert.Equal(0, BitConverter.SingleToInt32Bits(ActivationCase.All["Relu"].Apply(-0f)));

    // Relative to the result; below the smallest normal float times z, which is where a gate that z is multiplied by is subnormal, relative to that.
    private static double RelativeError(float z, float actual, double expected)
    {
        const double SmallestNormal = 1.1754943508222875e-38;
        return actual == expected || (float.IsInfinity(actual) && (float)expected == actual)
            ? 0
            : Math.Abs(actual - expected) / Math.Max(Math.Abs(expected), SmallestNormal * Math.Max(Math.Abs(z), 1));
    }
}
