using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>In narrow layers a draw of the weights decides how large signal and gradient are (Hanin 2018).</summary>
internal sealed class NarrowLayersRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN114",
        RuleSeverity.Info,
        "The signal's size depends on the seed",
        "{0} has {1} units: over all hidden layers the sum of kappa / n is {2} at initialization,"
        + " so that the size of signal and gradient differs from seed to seed by more than itself");

    /// <inheritdoc/>
    public override string Advice => "Widen the hidden layers";

    /// <inheritdoc/>
    public override bool DependsOnInput => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        if (context.Report.WidthGrowth is { } growth && growth > context.Thresholds.WidthGrowthInfo)
        {
            var narrowest = Enumerable.Range(0, context.Depth - 1).OrderBy(entry => context.Weighted(entry).Units).First();
            yield return Found(
                context.Parameters[narrowest].LayerIndex,
                FindingCause.Units,
                context.Weighted(narrowest).Name,
                Number(context.Weighted(narrowest).Units),
                Rounded(growth, 2)) with
            {
                Severity = growth > context.Thresholds.WidthGrowth ? RuleSeverity.Warning : RuleSeverity.Info,
            };
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        // The sum falls as widths grow: by this factor it is at the limit, rounded up to whole units.
        var factor = context.Report.WidthGrowth!.Value / context.Thresholds.WidthGrowthInfo;
        var widest = 0;
        for (var entry = 0; entry + 1 < context.Depth; entry++)
        {
            widest = Math.Max(widest, context.Weighted(entry).Units);
        }

        if (widest * factor < 100_000)
        {
            var last = context.Parameters[context.Depth - 1].LayerIndex;
            yield return InitializerFixes.Offer(
                context,
                "Widen the hidden layers by a factor of " + Rounded(factor, 2),
                context.Network.WithUnits(last, units => (int)Math.Ceiling(1.01 * factor * units)));
        }
    }
}
