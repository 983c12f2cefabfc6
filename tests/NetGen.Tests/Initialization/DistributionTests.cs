using NetGen.Initialization;
using NetGen.Testing.Interpretation;
using Xunit;

namespace NetGen.Tests.Initialization;

/// <summary>A million draws of each distribution against its formulas.</summary>
public sealed class DistributionTests
{
    private const int Units = 1000;
    private const int Inputs = 1000;

    // The density at the cut of the truncated normal distribution and the probability within it.
    private static readonly double s_cutDensity = Math.Exp(-2) / Math.Sqrt(2 * Math.PI);
    private static readonly double s_within = 1 - SpecialFunctions.Erfc(Math.Sqrt(2));

    [Fact]
    public void Normal()
    {
        const float Sigma = 0.0816496581f;
        new Distribution((double)Sigma * Sigma, 3, static x => Phi(x / Sigma))
            .Check(Draw(static (stored, ref random) => TensorInitializer.Normal(stored, Units, Inputs, Sigma, ref random)));
    }

    [Fact]
    public void TruncatedNormal()
    {
        const float Sigma = 2.5f;
        var variance = 1 - (4 * s_cutDensity / s_within);
        var fourth = 3 - (28 * s_cutDensity / s_within);
        Assert.Equal(0.7737, variance, 1e-4);
        var draws = Draw(static (stored, ref random) => TensorInitializer.TruncatedNormal(stored, Units, Inputs, Sigma, ref random));
        new Distribution(Sigma * Sigma * variance, fourth / (variance * variance), static x => (Phi(x / Sigma) - Phi(-2)) / s_within).Check(draws);
        Assert.DoesNotContain(draws, static draw => Math.Abs(draw) > 2 * Sigma);
        Assert.Contains(draws, static draw => Math.Abs(draw) > 1.999 * Sigma);
    }

    [Fact]
    public void Uniform()
    {
        const float Limit = 0.125f;
        var draws = Draw(static (stored, ref random) => TensorInitializer.Uniform(stored, Units, Inputs, Limit, ref random));
        new Distribution((double)Limit * Limit / 3, 1.8, static x => 0.5 + (0.5 * x / Limit)).Check(draws);
        Assert.DoesNotContain(draws, static draw => !(Math.Abs(draw) < Limit));
        Assert.Contains(draws, static draw => Math.Abs(draw) > 0.9999 * Limit);
    }

    [Fact]
    public void UniformFromZeroToOne()
    {
        var random = new RandomStream(7, 1, 0);
        var draws = new float[Units * Inputs];
        foreach (ref var draw in draws.AsSpan())
        {
            draw = random.NextUniform();
        }

        Assert.DoesNotContain(draws, static draw => draw is not (>= 0 and < 1));
        for (var i = 0; i < draws.Length; i++)
        {
            // Exact: all are multiples of 2^-24.
            draws[i] -= 0.5f;
        }

        new Distribution(1.0 / 12, 1.8, static x => x + 0.5).Check(draws);
    }

    /// <summary>Neighbours in a stream, and the same places of neighbouring streams, are as good as unrelated.</summary>
    [Fact]
    public void Correlations_AreOfTheSizeOfChance()
    {
        const int Count = 200_000;
        RandomStream[] streams = [new(1, 1, 0), new(1, 1, 1), new(1, 2, 0), new(2, 1, 0), new(1UL << 32, 1, 0)];
        var draws = Array.ConvertAll(streams, static stream =>
        {
            var values = new float[Count + 4];
            TensorInitializer.Normal(values, 1, values.Length, 1, ref stream);
            return values;
        });
        for (var first = 0; first < draws.Length; first++)
        {
            for (var second = first; second < draws.Length; second++)
            {
                for (var lag = first == second ? 1 : 0; lag <= 4; lag++)
                {
                    var product = 0.0;
                    for (var i = 0; i < Count; i++)
                    {
                        product += draws[first][i] * draws[second][i + lag];
                    }

                    Assert.InRange(product / Math.Sqrt(Count), -5, 5);
                }
            }
        }
    }

    private delegate void Initializer(Span<float> stored, ref RandomStream random);

    private static float[] Draw(Initializer initializer)
    {
        var stored = new float[Units * Inputs];
        Array.Fill(stored, float.NaN);
        var random = new RandomStream(42, 1, 0);
        initializer(stored, ref random);
        return stored;
    }

    private static double Phi(double z) => 0.5 * SpecialFunctions.Erfc(-z / Math.Sqrt(2));
}
