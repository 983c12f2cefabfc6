using System.Globalization;
using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks.Work;

/// <summary>So many times the speed of a peer: the peer's median over ours.</summary>
/// <param name="Peer">Which.</param>
/// <param name="Wide">Where vectors have 512 bits.</param>
/// <param name="Narrow">Where they have fewer.</param>
internal sealed record PeerTarget(Peer Peer, double Wide, double Narrow) : Target
{
    /// <inheritdoc/>
    public override TargetResult Judge(Row row, Machine machine)
    {
        var limit = machine.VectorBits == 512 ? Wide : Narrow;
        var (name, timing) = Peer == Peer.Torch ? ("libtorch", row.Torch) : ("ONNX Runtime", row.Onnx);
        var words = limit == 1 ? $"no slower than {name}" : string.Create(CultureInfo.InvariantCulture, $"{limit} x {name}");
        if (timing is null)
        {
            return new TargetResult(words, "-", Verdict.NotMeasured);
        }

        var factor = timing.Median / row.Ours!.Median;
        return new TargetResult(words, string.Create(CultureInfo.InvariantCulture, $"{factor:0.00} x"), AtLeast(factor, limit));
    }
}
