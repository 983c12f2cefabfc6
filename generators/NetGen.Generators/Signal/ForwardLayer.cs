using NetGen.Generators.Signal.Functions;

namespace NetGen.Generators.Signal;

/// <summary>The forward signal at one layer.</summary>
/// <param name="Index">Which of the network's steps.</param>
/// <param name="Source">
/// Of the last values with a distribution of their own up to the layer's end: its own pre-activations where it has weights, a sum of branches, what a
/// normalization, mask or noise gives; otherwise those of a layer before it. Null where unknown.
/// </param>
/// <param name="ReceivesSource">Whether the activation is applied to <paramref name="Source"/> itself, with no other function before it.</param>
/// <param name="Incoming">Averages over what the layer receives; for the end of a residual block, over the sum.</param>
/// <param name="Function">Everything applied to <paramref name="Source"/> up to the layer's end; null for a layer without weights or activation, too.</param>
/// <param name="Outgoing">Averages over what the layer gives.</param>
/// <param name="Overflows">Whether the layer's values are the first that float32 cannot hold.</param>
/// <param name="Unknown">Why something here is null, in words; empty where all is known.</param>
internal sealed record ForwardLayer(
    int Index,
    SignalDistribution? Source,
    bool ReceivesSource,
    ActivationMoments? Incoming,
    ActivationFunction? Function,
    ActivationMoments? Outgoing,
    bool Overflows,
    string Unknown);
