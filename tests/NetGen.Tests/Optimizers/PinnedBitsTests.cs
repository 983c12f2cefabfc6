using Xunit;

namespace NetGen.Tests.Optimizers;

/// <summary>
/// The bits of every optimizer's parameters after 20 steps, for lengths from 1 to 70 and gradients of every magnitude: no width, no tail and no change of the
/// code behind them may move one.
/// </summary>
public sealed class PinnedBitsTests
{
    private const int Steps = 20;

    private static readonly Dictionary<string, Func<Optimizer>> s_optimizers = new()
    {
        ["Sgd"] = static () => new Sgd(.05f) { WeightDecay = .02 },
        ["Sgd, momentum"] = static () => new Sgd(.05f) { Momentum = .8 },
        ["Sgd, Nesterov"] = static () => new Sgd(.05f) { Momentum = .8, Nesterov = true, WeightDecay = .02 },
        ["Adagrad"] = static () => new Adagrad(.1f) { LearningRateDecay = .05, WeightDecay = .02, InitialAccumulator = .3 },
        ["RmsProp"] = static () => new RmsProp(.02f) { WeightDecay = .02 },
        ["RmsProp, centred, momentum"] = static () => new RmsProp(.02f) { Alpha = .9, Centered = true, Momentum = .5 },
        ["Adam"] = static () => new Adam(.02f) { Beta1 = .8, WeightDecay = .02 },
        ["AdamW"] = static () => new AdamW(.02f) { Beta2 = .95 },
        ["Nadam"] = static () => new Nadam(.02f) { WeightDecay = .02 },
        ["Adamax"] = static () => new Adamax(.02f) { WeightDecay = .02 },
        ["RAdam"] = static () => new RAdam(.02f) { WeightDecay = .02 },
    };

    [Theory]
    [InlineData("Sgd", 0x5EB02D0C6326DC32UL)]
    [InlineData("Sgd, momentum", 0xCE32785876E963D7UL)]
    [InlineData("Sgd, Nesterov", 0x8B7E4ECA24B2F720UL)]
    [InlineData("Adagrad", 0x630995E8B494187EUL)]
    [InlineData("RmsProp", 0xB051B73E1F0BE949UL)]
    [InlineData("RmsProp, centred, momentum", 0x0C77B5F88434BDFFUL)]
    [InlineData("Adam", 0x601B2FF5E3C48E34UL)]
    [InlineData("AdamW", 0xD4B7163F8453B082UL)]
    [InlineData("Nadam", 0x95B06CA9644E4DE9UL)]
    [InlineData("Adamax", 0x3C80DB1D7BC7F09BUL)]
    [InlineData("RAdam", 0x31FBAC0F35D60D38UL)]
    public void TheBitsAreTheseForEveryLength(string name, ulong expected)
    {
        var hash = 14695981039346656037;
        for (var length = 1; length <= 70; length++)
        {
            var random = new Random(length);
            float[] parameters = [.. Enumerable.Range(0, length).Select(_ => (2 * random.NextSingle()) - 1)];
            var optimizer = s_optimizers[name]();
            for (var step = 0; step < Steps; step++)
            {
                optimizer.Step(parameters, [.. Enumerable.Range(0, length).Select(_ => Gradient(random))]);
            }

            foreach (var value in parameters)
            {
                // FNV-1a, a float at a time.
                hash = (hash ^ BitConverter.SingleToUInt32Bits(value)) * 1099511628211;
            }
        }

        Assert.Equal(expected, hash);
    }

    // Half of them ordinary, half of any exponent up to 2^40, the subnormal ones included.
    private static float Gradient(Random random)
    {
        var value = (2 * random.NextSingle()) - 1;
        return random.Next(2) == 0 ? value : MathF.ScaleB(value, random.Next(-150, 41));
    }
}
