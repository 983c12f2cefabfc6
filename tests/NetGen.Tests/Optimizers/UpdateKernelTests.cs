using System.Runtime.Intrinsics;
using NetGen.Numerics;
using NetGen.Optimizers;
using Xunit;

namespace NetGen.Tests.Optimizers;

/// <summary>Every width of vector computes the bits that single floats give, the special values and the ends of the buffers included.</summary>
public sealed class UpdateKernelTests
{
    private const float SmallestNormal = 1.17549435e-38f;

    private static readonly float[] Special =
        [0, -0f, 1e-40f, -1e-45f, float.Epsilon, SmallestNormal, 3e38f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1, -2.5f];

    private static readonly AdamRule s_rule = new(Decay.OfMean(.9), Decay.OfSquare(.999), .01f, 1.2f, 1e-8f, .01f, .99f);

    // Every pair of special values as parameter and gradient, moments running over them as well; then lengths that no vector divides.
    // Where the machine lacks 512 bits the runtime computes them in software, which is slow but the same arithmetic.
    [Theory]
    [InlineData(144)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(31)]
    [InlineData(45)]
    public void EveryWidthGivesTheBitsOfSingleFloats(int length)
    {
        var expected = Bits(length, StepByFloats);
        Assert.Equal(expected, Bits(length, static slots => s_rule.Run<Vector128<float>, VectorOperations128>(slots)));
        Assert.Equal(expected, Bits(length, static slots => s_rule.Run<Vector256<float>, VectorOperations256>(slots)));
        Assert.Equal(expected, Bits(length, static slots => s_rule.Run<Vector512<float>, VectorOperations512>(slots)));
    }

    [Fact]
    public void EveryShortLengthGivesTheBitsOfSingleFloats()
    {
        for (var length = 0; length <= 40; length++)
        {
            Assert.Equal(Bits(length, StepByFloats), Bits(length, static slots => UpdateKernel.Run(s_rule, slots)));
        }
    }

    private delegate void Walk(Slots slots);

    private static void StepByFloats(Slots slots)
    {
        for (var i = 0; i < slots.Parameters.Length; i++)
        {
            var w = slots.Parameters[i];
            var g = slots.Gradients[i] + (s_rule.WeightDecay * w);
            var m = ZeroBelow((s_rule.Mean.Kept * slots.First[i]) + (s_rule.Mean.Rest * ZeroBelow(g, s_rule.Mean.Floor)), SmallestNormal);
            var h = ZeroBelow(g, s_rule.Square.Floor);
            var v = ZeroBelow((s_rule.Square.Kept * slots.Second[i]) + (s_rule.Square.Rest * (h * h)), SmallestNormal);
            slots.First[i] = m;
            slots.Second[i] = v;
            slots.Parameters[i] = (s_rule.Shrink * w) - (s_rule.StepSize * (m / ((MathF.Sqrt(v) * s_rule.Root) + s_rule.Epsilon)));
        }
    }

    private static float ZeroBelow(float value, float floor) => MathF.Abs(value) < floor ? 0 : value;

    private static int[] Bits(int length, Walk walk)
    {
        float[] parameters = [.. Enumerable.Range(0, length).Select(i => Special[i % Special.Length])];
        float[] gradients = [.. Enumerable.Range(0, length).Select(i => Special[i / Special.Length % Special.Length])];
        float[] first = [.. Enumerable.Range(0, length).Select(i => Special[i * 5 % Special.Length])];
        float[] second = [.. Enumerable.Range(0, length).Select(i => MathF.Abs(Special[i * 7 % Special.Length]))];
        walk(new Slots(parameters, gradients, first, second));
        return [.. parameters.Concat(first).Concat(second).Select(Bits)];
    }

    /// <summary>All NaN are one: which of two a sum hands on is the processor's choice.</summary>
    private static int Bits(float value) => float.IsNaN(value) ? int.MaxValue : BitConverter.SingleToInt32Bits(value);
}
