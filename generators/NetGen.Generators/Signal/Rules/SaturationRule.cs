using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>Units so far out on their activation's flat ends that hardly any gradient passes them.</summary>
internal sealed class SaturationRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN101",
        RuleSeverity.Warning,
        "Units start saturated",
        "{0}{1}: {2}, fan-in {3}: std(h) = {4}, {5} of its {6} units start saturated at initialization, and {7}");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } = ["NETGEN102", "NETGEN104", "NETGEN105", "NETGEN106", "NETGEN107", "NETGEN206"];

    /// <inheritdoc/>
    public override string Advice => "Scale the weights to the fan-in";

    /// <inheritdoc/>
    public override bool DependsOnInput => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        var thresholds = context.Thresholds;
        foreach (var (worst, others) in context.Groups(entry => Measure(context, entry), thresholds.SaturatedShareInfo))
        {
            var dense = context.Weighted(worst);
            var share = context.Saturated(worst)!.Value;
            yield return Found(
                context.Parameters[worst].LayerIndex,
                FindingCause.Initializer,
                dense.Name,
                Words.More(others),
                Words.Initializer(dense.Weights),
                Number(dense.FanIn),
                Rounded(context.Signal(worst).StandardDeviation!.Value, 2),
                Percent(share),
                Words.Units(context.Activation(worst)),
                Words.GradientRatio(context.Report)) with
            {
                Severity = share > context.SaturatedLimit(worst) ? RuleSeverity.Warning : RuleSeverity.Info,
            };
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding) => InitializerFixes.All(context, finding.LayerIndex);

    /// <summary>Other rules speak where the inputs' scale is the cause, and of logistic outputs under a squared error.</summary>
    private static double? Measure(RuleContext context, int entry) =>
        (entry == 0 && InputScaleRule.IsCause(context)) || LogisticSquaredErrorRule.Concerns(context, entry) ? null : context.Saturated(entry);
}
