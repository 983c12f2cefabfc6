using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>A network deeper than perturbations travel: what distinguishes two samples does not reach its end, nor the error its start.</summary>
internal sealed class DepthScaleRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN106",
        RuleSeverity.Warning,
        "The network is deeper than its signal travels",
        "{0} layers, yet a difference between two samples changes by a factor of {1} a layer, against their own size, at initialization: it travels about {2} layers");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } = ["NETGEN105"];

    /// <inheritdoc/>
    public override string Advice => "Use an activation and initializer whose chi is near 1, such as ReLU with He";

    /// <inheritdoc/>
    public override bool DependsOnInput => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        var limit = context.Thresholds.TrainableDepthScales * context.Report.DepthScale;
        // From the first layer's pre-activations to the last one's, chi applies once a layer but the first.
        if (context.Depth - 1 > limit)
        {
            var worst = Enumerable.Range(1, context.Depth - 1).OrderByDescending(entry => Math.Abs(context.Signal(entry).LogContrast(context.Signal(entry - 1))!.Value)).First();
            yield return Found(
                context.Parameters[worst].LayerIndex,
                FindingCause.Initializer,
                Number(context.Depth),
                Rounded(Math.Exp(context.Report.MeanLogContrast!.Value), 2),
                Rounded(limit.Value));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding) => InitializerFixes.All(context, finding.LayerIndex);
}
