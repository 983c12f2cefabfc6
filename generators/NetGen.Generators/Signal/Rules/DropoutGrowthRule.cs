using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>In training, dropout multiplies the mean square of what it passes on by 1 / (1 - p): in a deep network that alone can be too much.</summary>
internal sealed class DropoutGrowthRule : SignalRule
{
    private static readonly double[] _rates = [0.4, 0.3, 0.2, 0.1, 0.05];

    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN113",
        RuleSeverity.Warning,
        "Dropout drives the signal out of range",
        "{0}{1}: 1 / (1 - p) multiplies the signal's mean square by {2} in training{3}, and that alone brings about this: {4}");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } = ["NETGEN101", "NETGEN102", "NETGEN103", "NETGEN104", "NETGEN105", "NETGEN106", "NETGEN206"];

    /// <inheritdoc/>
    public override string Advice => "Lower the rate";

    /// <inheritdoc/>
    public override bool DependsOnInput => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        var plain = context.Masks.Where(static masked => masked.IsPlain).OrderByDescending(static masked => masked.Mask.Rate).ToList();
        if (plain.Count == 0 || Concerned(context) is not { } found)
        {
            yield break;
        }

        var without = new RuleContext(WithRates(context, static _ => 0), context.Training, context.Thresholds);
        if (Concerned(without) is null)
        {
            var worst = plain[0];
            yield return Found(
                worst.LayerIndex,
                FindingCause.Rate,
                context.Steps[worst.LayerIndex].Name,
                plain.Count == 1 ? "" : " and " + Number(plain.Count - 1) + " more",
                Rounded(ValueTransfer.Slope(worst.Mask), 2),
                plain.Count == 1 ? "" : ", by " + Rounded(plain.Aggregate(1.0, static (all, masked) => all * ValueTransfer.Slope(masked.Mask)), 2) + " in all",
                found.Message);
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

    /// <summary>What the rules about saturation, gradients and size find first.</summary>
    private static Finding? Concerned(RuleContext context) =>
        SignalRules.Sizes.SelectMany(rule => rule.Check(context)).FirstOrDefault(static finding => finding.Severity > RuleSeverity.Info);

    private static NetworkSpec WithRates(RuleContext context, Func<double, double> choose)
    {
        var network = context.Network;
        foreach (var masked in context.Masks.Where(static masked => masked.IsPlain))
        {
            network = network.WithStep(masked.LayerIndex, layer => new DropoutSpec(layer.Name, layer.Input, choose(masked.Mask.Rate)));
        }

        return network;
    }
}
