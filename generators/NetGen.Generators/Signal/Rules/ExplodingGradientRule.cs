using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>A gradient that grows on its way to the first layer.</summary>
internal sealed class ExplodingGradientRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN103",
        RuleSeverity.Warning,
        "The gradient explodes",
        "{0} with {1}, {2} layers: the weight gradient starts {3} times larger at {4} than at the last layer at initialization{5}");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } = ["NETGEN101", "NETGEN104", "NETGEN105", "NETGEN106", "NETGEN204"];

    /// <inheritdoc/>
    public override string Advice => "Use an initializer scaled to the fans, such as Glorot";

    /// <inheritdoc/>
    public override bool DependsOnInput => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        if (context.FirstToLastGradient is { } ratio && ratio > context.Thresholds.ExplodingRatio)
        {
            // The layer whose weights amplify most is the cause, not the first one, where the effect shows.
            var worst = Enumerable.Range(1, context.Depth - 1).OrderByDescending(entry => context.Signal(entry).Chi ?? 0).First();
            var dense = context.Weighted(worst);
            yield return Found(
                context.Parameters[worst].LayerIndex,
                FindingCause.Initializer,
                Words.Units(context.Activation(worst - 1)),
                Words.Initializer(dense.Weights),
                Number(context.Depth),
                Rounded(ratio),
                context.Weighted(0).Name,
                Enumerable.Range(0, context.Depth).Max(context.Saturated) is { } share && share > context.Thresholds.SaturatedShareInfo
                    ? ", and up to " + Percent(share) + " of a layer's units start saturated"
                    : "");
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding) => InitializerFixes.All(context, finding.LayerIndex);
}
