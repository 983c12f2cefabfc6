using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>
/// In training, dropout multiplies the mean square of what it passes on by 1 / (1 - p), and all that is added is noise. In a deep network either can be too much:
/// the signal's size, or how little of it is the sample's own.
/// </summary>
internal sealed class DropoutGrowthRule : SignalRule
{
    private static readonly double[] _rates = [0.4, 0.3, 0.2, 0.1, 0.05, 0.02];

    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN113",
        RuleSeverity.Warning,
        "Dropout drowns the signal",
        "{0}{1}: {2}");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } = ["NETGEN101", "NETGEN102", "NETGEN103", "NETGEN104", "NETGEN105", "NETGEN106", "NETGEN206"];

    /// <inheritdoc/>
    public override string Advice => "Lower the rate, or drop in some of the layers only";

    /// <inheritdoc/>
    public override bool DependsOnInput => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        var masks = context.Masks.OrderByDescending(static masked => masked.Mask.Rate).ToList();
        if (masks.Count == 0)
        {
            yield break;
        }

        var own = context.Forward.Output.Own;
        if (own < context.Thresholds.OwnSignal)
        {
            yield return At(context, masks, "of the signal that reaches the last layer in training, " + Percent(own) + " of the mean square is the sample's own, the rest the noise of what was dropped");
        }
        else if (masks.FindAll(static masked => masked.IsPlain) is { Count: > 0 } plain
            && Concerned(context) is { } found
            && Concerned(new RuleContext(WithRates(context, static _ => 0), context.Training, context.Thresholds)) is null)
        {
            yield return At(
                context,
                plain,
                "1 / (1 - p) multiplies the signal's mean square by " + Rounded(ValueTransfer.Slope(plain[0].Mask), 2) + " in training"
                    + (plain.Count == 1 ? "" : ", by " + Rounded(plain.Aggregate(1.0, static (all, masked) => all * ValueTransfer.Slope(masked.Mask)), 2) + " in all")
                    + ", and that alone brings about this: " + found.Message);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        var largest = context.Masks.First(masked => masked.LayerIndex == finding.LayerIndex).Mask.Rate;
        foreach (var rate in _rates)
        {
            if (rate < largest)
            {
                yield return InitializerFixes.Offer(context, "Drop no more than " + Percent(rate), WithRates(context, declared => Math.Min(declared, rate)));
            }
        }
    }

    /// <inheritdoc/>
    public override bool RanksFixes => false;

    private Finding At(RuleContext context, List<MaskedStep> masks, string what) => Found(
        masks[0].LayerIndex,
        FindingCause.Rate,
        context.Steps[masks[0].LayerIndex].Name,
        masks.Count == 1 ? "" : " and " + Number(masks.Count - 1) + " more",
        what);

    /// <summary>What the rules about saturation, gradients and size find first.</summary>
    private static Finding? Concerned(RuleContext context) =>
        SignalRules.Sizes.SelectMany(rule => rule.Check(context)).FirstOrDefault(static finding => finding.Severity > RuleSeverity.Info);

    private static NetworkSpec WithRates(RuleContext context, Func<double, double> choose)
    {
        var network = context.Network;
        foreach (var masked in context.Masks)
        {
            network = network.WithStep(masked.LayerIndex, layer => masked.Of(layer, choose(masked.Mask.Rate)));
        }

        return network;
    }
}
