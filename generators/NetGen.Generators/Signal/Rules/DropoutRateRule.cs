using NetGen.Generators.Graph;
using NetGen.Generators.Model;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>A rate at which more is dropped than stays, or a mask on the network's own answers.</summary>
internal sealed class DropoutRateRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN208",
        RuleSeverity.Warning,
        "Dropout drops too much",
        "{0}{1}: {2}");

    /// <inheritdoc/>
    public override string Advice => "Drop half at most, and nothing of the outputs";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        var masks = context.Masks.ToList();
        if (masks.Find(masked => IsOutput(context, masked)) is { } output)
        {
            yield return Found(
                output.LayerIndex,
                FindingCause.Layer,
                context.Steps[output.LayerIndex].Name,
                "",
                "drops " + Percent(output.Mask.Rate) + " of the network's own outputs in training: the loss compares targets with zeros") with
            {
                Severity = output.Mask.Rate > context.Thresholds.DropoutRateInfo ? RuleSeverity.Warning : RuleSeverity.Info,
            };
        }

        var large = masks.FindAll(masked => masked.Mask.Rate > context.Thresholds.DropoutRateInfo && !IsOutput(context, masked));
        if (large.Count > 0)
        {
            var worst = large.OrderByDescending(static masked => masked.Mask.Rate).First();
            yield return Found(
                worst.LayerIndex,
                FindingCause.Rate,
                context.Steps[worst.LayerIndex].Name,
                Words.More(large.Count - 1),
                "drops " + Percent(worst.Mask.Rate) + " of its values, more than " + Percent(context.Thresholds.DropoutRateInfo)
                    + ": what is left is noise for the most part, and a smaller layer is cheaper") with
            {
                Severity = worst.Mask.Rate > context.Thresholds.DropoutRate ? RuleSeverity.Warning : RuleSeverity.Info,
            };
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        var name = context.Steps[finding.LayerIndex].Name;
        if (finding.Cause == FindingCause.Layer)
        {
            yield return InitializerFixes.Offer(context, "Remove " + name, context.Network.Without(finding.LayerIndex));
            yield break;
        }

        var limit = context.Thresholds.DropoutRateInfo;
        yield return InitializerFixes.Offer(context, "Drop " + Percent(limit) + " in " + name, Limited(context.Network, context.Masks.First(masked => masked.LayerIndex == finding.LayerIndex), limit));
        yield return InitializerFixes.Offer(
            context,
            "Drop no more than " + Percent(limit),
            context.Masks.Where(masked => masked.Mask.Rate > limit).Aggregate(context.Network, (network, masked) => Limited(network, masked, limit)));
    }

    /// <summary>Whether nothing but changes of shape comes between a mask and what the network gives.</summary>
    private static bool IsOutput(RuleContext context, MaskedStep masked) =>
        ReferenceEquals(masked.Result, context.Forward.Graph.Output)
        || context.Paths.After(masked.Result).TakeWhile(static operation => operation.Effect is SignalEffect.Affine or SignalEffect.Map { Function.Kind: ActivationKind.Identity } or SignalEffect.Dropping or SignalEffect.Noise)
            .Any(operation => ReferenceEquals(operation.Result, context.Forward.Graph.Output));

    private static NetworkSpec Limited(NetworkSpec network, MaskedStep masked, double rate) => network.WithStep(masked.LayerIndex, layer => masked.Of(layer, rate));
}
