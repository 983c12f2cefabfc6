using NetGen.Generators.Model;
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
        "{0} layers, yet {1}");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } = ["NETGEN105"];

    /// <inheritdoc/>
    public override string Advice => "Use an activation and initializer whose chi is near 1, such as ReLU with He, or residual blocks";

    /// <inheritdoc/>
    public override bool DependsOnInput => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        var limit = context.Thresholds.TrainableDepthScales * context.Report.DepthScale;
        // From the first layer's pre-activations to the last one's, chi applies once a layer but the first.
        if (context.Report.PathDepth - 1 > limit && !BatchNormalizationDepthRule.Concerns(context))
        {
            var worst = Enumerable.Range(1, context.Depth - 1).OrderByDescending(entry => Math.Abs(LogContrast(context, entry) ?? 0)).First();
            yield return Found(
                context.Parameters[worst].LayerIndex,
                FindingCause.Initializer,
                Number(context.Depth),
                "a difference between two samples changes by a factor of " + Rounded(Math.Exp(context.Report.MeanLogContrast!.Value), 2)
                    + " a layer, against their own size, at initialization: it travels about " + Rounded(limit.Value) + " layers");
        }
        else if (context.Report.JacobianSpread is { } spread && spread > context.Thresholds.JacobianSpread)
        {
            yield return Found(
                context.Parameters[1].LayerIndex,
                FindingCause.Initializer,
                Number(context.Depth),
                "the directions in which samples differ are passed on unequally at initialization, the strongest alone in the end: the relative variance of the"
                    + " Jacobian's squared singular values is " + Rounded(spread, 2) + ", above " + Number(context.Thresholds.JacobianSpread));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding) =>
    [
        .. InitializerFixes.All(context, finding.LayerIndex),
        InitializerFixes.Offer(context, "Use Orthogonal in every layer", InitializerFixes.WithEach(context, static activation => new(
            InitializerKind.Orthogonal, Gain: NetworkEdits.Matched(activation).Kind == InitializerKind.HeNormal ? Math.Sqrt(2) : 1))),
    ];

    /// <summary>By how much a difference grows between the layer with weights before and an entry.</summary>
    private static double? LogContrast(RuleContext context, int entry) =>
        context.Forward.Weighted[entry].Incoming.Reference is >= 0 and var before ? context.Signal(entry).LogContrast(context.Signal(before)) : null;
}
