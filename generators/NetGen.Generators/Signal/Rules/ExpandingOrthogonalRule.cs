using NetGen.Generators.Model;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>Orthonormal columns keep the input's length and spread it over more units.</summary>
internal sealed class ExpandingOrthogonalRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN116",
        RuleSeverity.Info,
        "An orthogonal initializer shrinks an expanding layer",
        "{0}: orthogonal weights from {1} to {2} units give n_in Var(W) = {3} at initialization");

    /// <inheritdoc/>
    public override string Advice => "Set Gain to sqrt(units / inputs)";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        for (var entry = 0; entry < context.Depth; entry++)
        {
            var dense = context.Weighted(entry);
            var needed = Math.Sqrt((double)dense.FanOut / dense.FanIn);
            if (dense.Weights is { Kind: InitializerKind.Orthogonal } and not { Gain: InitializerSpec.ExactGain }
                && dense.FanOut > dense.FanIn
                && !context.IsNormalized(entry)
                && dense.Weights.Gain < 0.99 * needed)
            {
                yield return Found(
                    context.Parameters[entry].LayerIndex,
                    FindingCause.Initializer,
                    dense.Name,
                    Number(dense.FanIn),
                    Number(dense.FanOut),
                    Rounded(context.Signal(entry).ForwardScale!.Value, 2));
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        var dense = context.Weighted(InitializerFixes.Entry(context, finding.LayerIndex));
        var gain = Math.Round(dense.Weights.Gain * Math.Sqrt((double)dense.FanOut / dense.FanIn), 4);
        yield return With("Set Gain = " + Number(gain) + " in " + dense.Name, gain);
        yield return With("Set Gain = Gain.Exact in " + dense.Name, InitializerSpec.ExactGain);

        Fix With(string title, double value) => InitializerFixes.Offer(
            context,
            title,
            context.Network.WithWeighted(finding.LayerIndex, layer => layer with { Weights = layer.Weights with { Gain = value } }));
    }
}
