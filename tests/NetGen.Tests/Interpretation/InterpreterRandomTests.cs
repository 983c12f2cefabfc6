using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using NetGen.Testing.Interpretation;
using Xunit;

namespace NetGen.Tests.Interpretation;

/// <summary>The interpreter's random layers: their source, what they depend on, and what they do to mean and variance.</summary>
public sealed class InterpreterRandomTests
{
    private const int Samples = 400;

    private static readonly InterpreterStep s_step = new(Seed: 0x0123456789ABCDEF, Step: 3);
    private static readonly Shape s_shape = Shape.Of(50);

    // The known answers that come with Random123.
    [Theory]
    [InlineData(new uint[] { 0, 0, 0, 0 }, new uint[] { 0, 0 }, new uint[] { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 })]
    [InlineData(
        new uint[] { 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff }, new uint[] { 0xffffffff, 0xffffffff }, new uint[] { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd })]
    [InlineData(
        new uint[] { 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344 }, new uint[] { 0xa4093822, 0x299f31d0 }, new uint[] { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 })]
    public void Philox_GivesTheKnownAnswers(uint[] counter, uint[] key, uint[] expected) => Assert.Equal(expected, CounterRandom.Philox(counter, key));

    [Fact]
    public void AMask_TakesItsBitsInTheOrderThatIsDefined()
    {
        // Ten elements in two blocks: element 2 k + b is half k of block b.
        var step = new InterpreterStep(Seed: 0x0000000200000001, Step: 0x0000000300000004, FirstSample: 5);
        var kept = CounterRandom.Kept(step, layer: 6, sample: 2, size: 10, rate: 0.25);
        var blocks = new[] { CounterRandom.Philox([0, 7, 4, 6 | (3 << 16)], [1, 2]), CounterRandom.Philox([1, 7, 4, 6 | (3 << 16)], [1, 2]) };
        for (var element = 0; element < kept.Length; element++)
        {
            var (half, word) = (element / 2, blocks[element % 2][element / 4]);
            var number = half % 2 == 0 ? word & 0xFFFF : word >> 16;
            Assert.Equal(number >= 0x4000, kept[element]);
        }
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.9599639845400542)]
    [InlineData(0.025, -1.9599639845400542)]
    [InlineData(1.1641532182693481e-10, -6.33796)]
    public void NormalQuantile_IsTheInverse(double p, double z)
    {
        var quantile = SpecialFunctions.NormalQuantile(p);
        Assert.Equal(z, quantile, 1e-4);
        Assert.Equal(1, SpecialFunctions.Erfc(-quantile / Math.Sqrt(2)) / 2 / p, 1e-13);
    }

    [Fact]
    public void ASample_DrawsByItsPlaceInTheWholeBatch()
    {
        var whole = CounterRandom.Normals(s_step with { FirstSample = 10 }, layer: 2, sample: 7, size: 9);
        Assert.Equal(whole, CounterRandom.Normals(s_step with { FirstSample = 17 }, layer: 2, sample: 0, size: 9));
        foreach (var other in new[] { s_step with { FirstSample = 11 }, s_step with { FirstSample = 10, Step = 4 }, s_step with { FirstSample = 10, Step = 3 + (1L << 32) }, s_step with { FirstSample = 10, Seed = 1 } })
        {
            Assert.NotEqual(whole, CounterRandom.Normals(other, layer: 2, sample: 7, size: 9));
        }

        Assert.NotEqual(whole, CounterRandom.Normals(s_step with { FirstSample = 10 }, layer: 3, sample: 7, size: 9));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Dropout_DropsAShareAndKeepsTheMean(double rate)
    {
        var (before, after) = Run(new DropoutSpec("Dropout1", s_shape, rate));
        Assert.All(before.Zip(after), pair => Assert.True(pair.Second == 0 || Math.Abs(pair.Second - (pair.First / (1 - rate))) < 1e-14));

        // 20,000 values: four standard deviations.
        Assert.Equal(rate, after.Count(static value => value == 0) / (double)after.Length, 4 * Math.Sqrt(rate * (1 - rate) / after.Length) + 1e-9);
        Assert.Equal(0, after.Average() - before.Average(), 4 * Math.Sqrt(rate / (1 - rate) / after.Length) + 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    [InlineData(0.3)]
    public void AlphaDropout_KeepsMeanAndVariance(double rate)
    {
        var (_, after) = Run(new AlphaDropoutSpec("AlphaDropout1", s_shape, rate));
        Assert.Equal(0, after.Average(), 0.04);
        Assert.Equal(1, after.Average(static value => value * value), 0.06);
    }

    [Fact]
    public void AlphaDropout_DropsToSelusLimit()
    {
        // p = 0.5: a = (0.5 (1 + 0.5 x 3.0909)) ^ -1/2, b = 0.8790 a.
        var (_, after) = Run(new AlphaDropoutSpec("AlphaDropout1", s_shape, 0.5));
        var a = 1 / Math.Sqrt(0.5 * (1 + (0.5 * 1.7580993408473766 * 1.7580993408473766)));
        Assert.Contains(after, value => Math.Abs(value - (a * -1.7580993408473766 * 0.5)) < 1e-14);
    }

    [Fact]
    public void Noise_HasItsStandardDeviation()
    {
        var (before, after) = Run(new GaussianNoiseSpec("GaussianNoise1", s_shape, 0.25));
        var noise = after.Zip(before, static (noisy, value) => noisy - value).ToArray();
        Assert.Equal(0, noise.Average(), 0.25 * 4 / Math.Sqrt(noise.Length));
        Assert.Equal(0.25, Math.Sqrt(noise.Average(static value => value * value)), 0.25 * 0.03);
    }

    // In prediction nothing is drawn.
    private static (double[] Before, double[] After) Run(LayerSpec layer)
    {
        var network = new NetworkSpec(new TypeSpec("", default, "Net", "Net", "Net", IsPublic: true), new InputSpec(s_shape), new([layer]), new LossSpec(LossKind.MeanSquaredError));
        var interpreter = new Interpreter(network);
        var random = new Random(1);
        var inputs = Enumerable.Range(0, Samples * (int)s_shape.Size).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())).ToArray();
        var pass = interpreter.Run(new InterpreterValues(new Dictionary<string, double[]>()), inputs, new double[inputs.Length], s_step);
        Assert.True(interpreter.IsRandom);
        Assert.Equal(inputs, pass.Predicted);
        return (inputs, pass.Outputs);
    }
}
