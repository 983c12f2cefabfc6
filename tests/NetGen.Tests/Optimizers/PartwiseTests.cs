using System.Reflection;
using NetGen.Numerics;
using NetGen.Optimizers;
using Xunit;

namespace NetGen.Tests.Optimizers;

/// <summary>Every optimizer of NetGen's own updates in parts as it does at once, and remembers nothing subnormal.</summary>
public sealed class PartwiseTests
{
    private static readonly Dictionary<string, Func<Optimizer>> s_optimizers = new()
    {
        ["Sgd"] = static () => new Sgd(.1f) { WeightDecay = .1 },
        ["Sgd, momentum"] = static () => new Sgd(.1f) { Momentum = .9 },
        ["Adagrad"] = static () => new Adagrad(),
        ["RmsProp"] = static () => new RmsProp(),
        ["RmsProp, momentum"] = static () => new RmsProp { Momentum = .9 },
        ["RmsProp, centred"] = static () => new RmsProp { Centered = true },
        ["RmsProp, centred, momentum"] = static () => new RmsProp { Centered = true, Momentum = .9 },
        ["Adam"] = static () => new Adam(),
        ["AdamW"] = static () => new AdamW(),
        ["Nadam"] = static () => new Nadam(),
        ["Adamax"] = static () => new Adamax(),
        ["RAdam"] = static () => new RAdam(),
    };

    public static TheoryData<string> Names() => [.. s_optimizers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void InPartsAsAtOnce(string name)
    {
        // Parts that begin and end anywhere, in any order.
        const int Length = 1003;
        var random = new Random(3);
        float[] start = [.. Enumerable.Range(0, Length).Select(_ => random.NextSingle() - .5f)];
        float[][] gradients = [.. Enumerable.Range(0, 12).Select(_ => start.Select(_ => random.NextSingle() - .5f).ToArray())];
        var (whole, parts) = (start.ToArray(), start.ToArray());
        var (atOnce, inParts) = (s_optimizers[name](), (ElementwiseOptimizer)s_optimizers[name]());
        foreach (var gradient in gradients)
        {
            atOnce.Step(whole, gradient);
            inParts.Begin(Length, Length);
            foreach (var (from, to) in new[] { (517, 1003), (0, 64), (64, 517) })
            {
                inParts.Update(parts.AsSpan(from..to), gradient.AsSpan(from..to), from);
            }
        }

        Assert.Equal(whole, parts);
        Assert.NotEqual(start, whole);
    }

    /// <summary>
    /// Gradients of every magnitude, the subnormal included, then none for long enough for all that decays to pass through the subnormal range. Parameters
    /// begin at 0, so that a subnormal update would be seen in them.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void NothingRememberedIsSubnormal(string name)
    {
        var optimizer = s_optimizers[name]();
        var gradients = new float[151];
        for (var i = 0; i < gradients.Length; i++)
        {
            gradients[i] = MathF.ScaleB(1.5f, i - 149);
        }

        var parameters = new float[gradients.Length];
        for (var step = 0; step < 2000; step++)
        {
            optimizer.Step(parameters, gradients);
            if (step == 2)
            {
                Array.Clear(gradients);
            }

            Assert.DoesNotContain(parameters, float.IsSubnormal);

            foreach (var moments in Moments(optimizer))
            {
                Assert.DoesNotContain(moments.Span.ToArray(), float.IsSubnormal);
            }
        }

        Assert.True(name is "Sgd" || Moments(optimizer).Any(), "The optimizer's memory was not found.");
    }

    private static IEnumerable<AlignedBuffer> Moments(Optimizer optimizer)
    {
        const BindingFlags Private = BindingFlags.Instance | BindingFlags.NonPublic;
        var state = typeof(ElementwiseOptimizer).GetField("state", Private)!.GetValue(optimizer)!;
        return ((AlignedBuffer?[])typeof(OptimizerState).GetField("buffers", Private)!.GetValue(state)!).OfType<AlignedBuffer>();
    }
}
