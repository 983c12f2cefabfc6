using System.Runtime.Intrinsics;
using NetGen.Optimizers;
using Xunit;

namespace NetGen.Tests.Optimizers;

/// <summary>Every width of register computes the same bits, the special values included.</summary>
public sealed class UpdateKernelTests
{
    private static readonly float[] Special =
        [0, -0f, 1e-40f, -1e-45f, float.Epsilon, 1.17549435e-38f, 3e38f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1, -2.5f];

    [Fact]
    public void EveryWidthGivesTheSameBits()
    {
        // Every pair of special values as parameter and gradient, moments running over them as well.
        var length = Special.Length * Special.Length / 16 * 16;
        var expected = Run<SingleLane>(length);
        Assert.Equal(expected, Run<Lanes128>(length));
        Assert.Equal(expected, Run<Lanes256>(length));

        // Where the machine lacks 512 bits the runtime computes them in software, which is slow but the same arithmetic.
        Assert.Equal(expected, Run<Lanes512>(length));
        Assert.True(Vector128.IsHardwareAccelerated);
    }

    private static int[] Run<TLanes>(int length)
        where TLanes : struct, ILanes<TLanes>
    {
        float[] parameters = [.. Enumerable.Range(0, length).Select(i => Special[i % Special.Length])];
        float[] gradients = [.. Enumerable.Range(0, length).Select(i => Special[i / Special.Length % Special.Length])];
        float[] first = [.. Enumerable.Range(0, length).Select(i => Special[i * 5 % Special.Length])];
        float[] second = [.. Enumerable.Range(0, length).Select(i => MathF.Abs(Special[i * 7 % Special.Length]))];
        var rule = new AdamRule(.9, .999, .01, 1.2, 1e-8, .01, .99);
        var reached = rule.Walk<TLanes>(new Slots(parameters, gradients, first, second), 0);
        Assert.Equal((nuint)length, reached);
        return [.. parameters.Concat(first).Concat(second).Select(Bits)];
    }

    /// <summary>All NaN are one: which of two a sum hands on is the processor's choice.</summary>
    private static int Bits(float value) => float.IsNaN(value) ? int.MaxValue : BitConverter.SingleToInt32Bits(value);
}
