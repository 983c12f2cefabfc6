using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>A gradient that all but dies on its way to the first layer, saturated or not.</summary>
internal sealed class VanishingGradientRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN102",
        RuleSeverity.Warning,
        "The gradient vanishes",
        "{0}'s weight gradient starts at {1} of the last layer's at initialization, a factor of {2} a layer over {3} layers");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } = ["NETGEN104", "NETGEN105", "NETGEN106", "NETGEN107", "NETGEN204", "NETGEN205"];

    /// <inheritdoc/>
    public override string Advice => "Use tanh with Glorot, ReLU with He, or CentredLogistic after logistic units";

    /// <inheritdoc/>
    public override bool DependsOnInput => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        // Exactly 0 is no prediction but a layer of zeros, of which other rules speak.
        if (context.Report.FirstToLastGradient is > 0 and var ratio && ratio < context.Thresholds.VanishingRatio && !ArrivesInABlock(context))
        {
            yield return Found(
                context.Parameters[0].LayerIndex,
                FindingCause.Activation,
                context.Weighted(0).Name,
                Rounded(ratio),
                Rounded(context.Report.GradientFactorPerLayer!.Value),
                Number(context.Depth));
        }
    }

    /// <summary>
    /// Whether the first layer is inside a residual block that starts small, of which another layer gets its full gradient: then the block is only as small as it is
    /// meant to be.
    /// </summary>
    private static bool ArrivesInABlock(RuleContext context)
    {
        var first = Enumerable.Range(0, context.Depth).FirstOrDefault(context.IsBranch);
        return Enumerable.Range(0, first + 1).Any(entry => context.Signal(entry).GradientRatio >= context.Thresholds.VanishingRatio);
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding) => InitializerFixes.All(context, finding.LayerIndex);
}
