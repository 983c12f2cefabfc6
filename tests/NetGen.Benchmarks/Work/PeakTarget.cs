using System.Globalization;
using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks.Work;

/// <summary>A share of the measured peak of one core.</summary>
/// <param name="Wide">In percent, where vectors have 512 bits.</param>
/// <param name="Narrow">In percent, where they have fewer.</param>
internal sealed record PeakTarget(double Wide, double Narrow) : Target
{
    /// <inheritdoc/>
    public override TargetResult Judge(Row row, Machine machine)
    {
        var limit = machine.VectorBits == 512 ? Wide : Narrow;
        var share = 100 * row.Flops!.Value / row.Ours!.Median / 1e9 / row.PeakGflops!.Value;
        return new TargetResult(
            string.Create(CultureInfo.InvariantCulture, $"{limit:0.#}% of peak"),
            string.Create(CultureInfo.InvariantCulture, $"{share:0.0}%"),
            AtLeast(share, limit));
    }
}
