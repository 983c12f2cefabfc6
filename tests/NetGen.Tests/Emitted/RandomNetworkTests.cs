using System.Globalization;
using NetGen.Testing.Comparison;
using NetGen.Testing.Networks;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>
/// Emitted code against the interpreter on random networks: outputs, losses, gradients with respect to parameters and inputs, statistics and state, at steps of
/// training that are given. What is compared is the largest difference in a tensor over the tensor's largest element, or over the spread that single precision
/// must be expected to have there, see <see cref="ExpectedPass"/>. Single precision rounds by 6e-8; the median of 275 networks differs by 4.5e-7, 19 in 20 by less
/// than 2.6e-6, the worst by 2.4e-5. NETGEN_RANDOM_NETWORKS sets the number of networks in each vector width.
/// </summary>
public sealed class RandomNetworkTests(ITestOutputHelper output)
{
    private const double Tolerance = 3e-5;
    private const double MedianTolerance = 8e-7;
    private const double UpperTolerance = 4e-6;

    // Ten times the error of a pre-activation: nearer to a kink, single precision may take the other side.
    private const double KinkMargin = 4e-6;

    private static readonly int s_count = int.TryParse(Environment.GetEnvironmentVariable("NETGEN_RANDOM_NETWORKS"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 100;

    public static TheoryData<int> NarrowerWidths => [.. NarrowProcess.Widths];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(NarrowerWidths))]
    public void RandomNetworks_AgreeInNarrowerVectors(int bits) => output.WriteLine(NarrowProcess.Run(bits, $"{typeof(RandomNetworkTests).FullName}.{nameof(RandomNetworks_Agree)}"));

    [Fact]
    public void RandomNetworks_Agree()
    {
        var worst = new List<double>();
        foreach (var batch in NetworkGenerators.Draw(s_count, seed: 1).Chunk(25))
        {
            worst.AddRange(CheckDeviations(NetworkBatch.Compare(ForcedWidth.Apply(NetworkBatch.Generate(batch), ForcedWidth.Widest), NetworkBatch.Draw(batch, KinkMargin))));
        }

        worst.Sort();
        var (median, upper) = (worst[worst.Count / 2], worst[worst.Count * 19 / 20]);
        output.WriteLine(FormattableString.Invariant($"{worst.Count} networks, {ForcedWidth.Widest} bits: largest relative difference of a network {median:e1} in the median, {upper:e1} for 19 in 20, {worst[^1]:e1} at most"));
        Assert.InRange(median, 0, MedianTolerance);
        Assert.InRange(upper, 0, UpperTolerance);
    }

    [Fact]
    public void WhatIsEmitted_AgreesUnedited()
    {
        var cases = NetworkGenerators.Draw(12, seed: 4);
        Assert.Equal(12, CheckDeviations(NetworkBatch.Compare(NetworkBatch.Generate(cases), NetworkBatch.Draw(cases, KinkMargin))).Count());
    }

    private static IEnumerable<double> CheckDeviations(IEnumerable<(NetworkCase Network, IReadOnlyList<Deviation> Deviations)> results)
    {
        foreach (var (network, deviations) in results)
        {
            var worst = deviations.MaxBy(static deviation => deviation.Relative)!;
            Assert.True(worst.Relative <= Tolerance, FormattableString.Invariant($"{worst.What} differ by {worst.Relative:e2}:\n{network}"));
            yield return worst.Relative;
        }
    }
}
