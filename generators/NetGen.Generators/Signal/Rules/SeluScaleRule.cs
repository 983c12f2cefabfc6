using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>SELU keeps mean and variance only where the weights have the variance that its two constants were made for, and nothing sets its units to 0.</summary>
internal sealed class SeluScaleRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN111",
        RuleSeverity.Warning,
        "SELU does not keep mean and variance",
        "{0}{1}: {2}");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } = ["NETGEN104", "NETGEN105", "NETGEN106"];

    /// <inheritdoc/>
    public override string Advice => "Use LeCunNormal";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        var thresholds = context.Thresholds;
        foreach (var (worst, others) in context.Groups(entry => Deviation(context, entry), 0))
        {
            var dense = context.Weighted(worst);
            yield return Found(
                context.Parameters[worst].LayerIndex,
                FindingCause.Initializer,
                dense.Name,
                Words.More(others),
                Words.Initializer(dense.Weights) + ", fan-in " + Number(dense.FanIn) + ": n_in Var(W) = " + Rounded(context.Signal(worst).ForwardScale!.Value, 2)
                    + " in front of SELU at initialization, outside " + Number(thresholds.SmallestSeluScale) + " to " + Number(thresholds.LargestSeluScale)
                    + ", in which it keeps mean and variance");
        }

        var dropped = Dropped(context).ToList();
        if (dropped.Count > 0)
        {
            var worst = dropped.OrderByDescending(static masked => masked.Mask.Rate).First();
            yield return Found(
                worst.LayerIndex,
                FindingCause.Layer,
                context.Steps[worst.LayerIndex].Name,
                Words.More(dropped.Count - 1),
                "sets " + Percent(worst.Mask.Rate) + " of SELU units to 0 in training, and multiplies the mean square that SELU keeps at 1 by "
                    + Rounded(ValueTransfer.Slope(worst.Mask), 2)) with
            {
                Severity = RuleSeverity.Info,
            };
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        if (finding.Cause == FindingCause.Layer)
        {
            if (Dropped(context).Skip(1).Any())
            {
                yield return InitializerFixes.Offer(context, "Use AlphaDropout behind every SELU", Dropped(context).Aggregate(context.Network, Alpha));
            }

            yield return InitializerFixes.Offer(
                context, "Use AlphaDropout in place of " + context.Steps[finding.LayerIndex].Name, Alpha(context.Network, context.Masks.First(masked => masked.LayerIndex == finding.LayerIndex)));
            yield break;
        }

        var matched = NetworkEdits.Matched(ActivationKind.Selu);
        yield return InitializerFixes.Offer(
            context,
            "Use LeCunNormal in " + context.Steps[finding.LayerIndex].Name,
            context.Network.WithWeighted(finding.LayerIndex, layer => layer.WithWeights(matched)));
        var every = context.Network;
        for (var entry = 0; entry < context.Depth; entry++)
        {
            if (context.Activation(entry).Kind == ActivationKind.Selu)
            {
                every = every.WithWeighted(context.Parameters[entry].LayerIndex, layer => layer.WithWeights(matched));
            }
        }

        yield return InitializerFixes.Offer(context, "Use LeCunNormal in front of every SELU", every);
    }

    /// <summary>The steps that set what SELU gives to 0.</summary>
    private static IEnumerable<MaskedStep> Dropped(RuleContext context) =>
        context.Masks.Where(masked => masked.IsPlain && context.Forward.Of(masked.Mask.X).Activation == ActivationKind.Selu);

    private static NetworkSpec Alpha(NetworkSpec network, MaskedStep masked) =>
        network.WithStep(masked.LayerIndex, layer => new AlphaDropoutSpec(layer.Name, layer.Input, masked.Mask.Rate));

    /// <summary>How far n_in Var(W) lies outside its range, null inside.</summary>
    private static double? Deviation(RuleContext context, int entry)
    {
        if (context.DirectActivation(entry).Kind != ActivationKind.Selu || context.Signal(entry).ForwardScale is not { } scale)
        {
            return null;
        }

        var outside = Math.Max(context.Thresholds.SmallestSeluScale - scale, scale - context.Thresholds.LargestSeluScale);
        return outside > 1e-9 ? outside : null;
    }
}
