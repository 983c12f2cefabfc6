using NetGen.Generators.Model;
using NetGen.Generators.Signal;
using NetGen.Generators.Signal.Functions;
using Xunit;

namespace NetGen.Generators.Tests.Signal;

/// <summary>Chains of activations with no weights between them.</summary>
public sealed class ComposedActivationTests(ITestOutputHelper output)
{
    /// <summary>Twice the chain may cost little more than twice the evaluations, all links counted, and each link must cost a bounded number of them.</summary>
    [Theory]
    [InlineData("Tanh,Sigmoid")]
    [InlineData("Silu,Gelu")]
    [InlineData("HardSwish,LeakyRelu")]
    public void Chain_CostsItsLengthAndNotItsSquare(string names)
    {
        var (of16, of32) = (Evaluations(names, 16), Evaluations(names, 32));
        output.WriteLine($"{names}: {of16:N0} evaluations for 16 links, {of32:N0} for 32");

        Assert.InRange((double)of32 / of16, 1, 2.6);
        Assert.InRange(of32 / 32, 1, 20_000);
    }

    /// <summary>What was remembered is what is computed, and the chain rule holds through every link.</summary>
    [Fact]
    public void Chain_GivesWhatItsLinksGive()
    {
        var links = Functions("Tanh,Silu,Softplus", 12);
        var chain = links.Aggregate(ActivationFunctions.Compose);
        foreach (var h in (double[])[-7, -0.3, 0, 0.3, 7, 0.3, -7])
        {
            chain.Evaluate(h, out var value, out var derivative);
            var (expected, slope) = (h, 1.0);
            foreach (var link in links)
            {
                link.Evaluate(expected, out expected, out var factor);
                slope *= factor;
            }

            Assert.Equal(expected, value, 1e-14);
            Assert.Equal(slope, derivative, 1e-14);
        }
    }

    private static ActivationFunction[] Functions(string names, int length)
    {
        var kinds = names.Split(',').Select(Enum.Parse<ActivationKind>).ToList();
        return [.. Enumerable.Range(0, length).Select(link => ActivationFunctions.Find(Networks.Activation(kinds[link % kinds.Count]))!)];
    }

    /// <summary>What the forward pass asks of every link: the moments, and the share that is saturated.</summary>
    private static int Evaluations(string names, int length)
    {
        var links = Functions(names, length).Select(static function => new CountingActivation(function)).ToList();
        var distribution = new SignalDistribution(0, 1);
        ActivationFunction? chain = null;
        foreach (var link in links)
        {
            chain = chain is null ? link : ActivationFunctions.Compose(chain, link);
            Assert.NotNull(ActivationMoments.Of(chain, distribution));
            _ = chain.SaturatedShare(distribution);
        }

        return links.Sum(static link => link.Evaluations);
    }
}
