using NetGen.Testing.Comparison;
using NetGen.Testing.Networks;
using Xunit;

namespace NetGen.Tests.Emitted;

/// <summary>
/// Emitted code against the interpreter on random networks: outputs, losses, gradients by parameters and inputs. What is compared is the largest
/// difference in a tensor over the tensor's largest element. Single precision rounds by 6e-8; sums of a hundred products, up to twelve layers and
/// gradients in which samples cancel bring the median network to 3.5e-7, 19 in 20 below 2e-6 and the worst of 300 to 1.5e-5.
/// </summary>
public sealed class RandomNetworkTests(ITestOutputHelper output)
{
    private const double Tolerance = 3e-5;
    private const double MedianTolerance = 8e-7;
    private const double UpperTolerance = 4e-6;

    // Ten times the error of a pre-activation: nearer to a kink, single precision may take the other side.
    private const double KinkMargin = 4e-6;

    // Wider vectors than the machine has are computed in software, some hundred times slower.
    private const int NetworksInSoftware = 24;

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    [InlineData(128)]
    public void ThreeHundredNetworks_AgreeInEveryWidth(int bits) =>
        Check(NetworkGenerators.Draw(bits <= ForcedWidth.Widest ? 300 : NetworksInSoftware, seed: 1), bits);

    [Fact]
    public void WhatIsEmitted_AgreesUnedited()
    {
        var cases = NetworkGenerators.Draw(12, seed: 4);
        Assert.Equal(12, CheckDeviations(NetworkBatch.Compare(NetworkBatch.Generate(cases), cases, KinkMargin)).Count());
    }

    private void Check(IReadOnlyList<NetworkCase> cases, int bits)
    {
        var worst = new List<double>();
        foreach (var batch in cases.Chunk(50))
        {
            worst.AddRange(CheckDeviations(NetworkBatch.Compare(ForcedWidth.Apply(NetworkBatch.Generate(batch), bits), batch, KinkMargin)));
        }

        worst.Sort();
        var (median, upper) = (worst[worst.Count / 2], worst[worst.Count * 19 / 20]);
        output.WriteLine(FormattableString.Invariant($"{worst.Count} networks, {bits} bits: largest relative difference of a network {median:e1} in the median, {upper:e1} for 19 in 20, {worst[^1]:e1} at most"));
        Assert.InRange(median, 0, MedianTolerance);
        Assert.InRange(upper, 0, UpperTolerance);
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
