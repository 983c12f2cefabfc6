using NetGen.Generators.Model;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>SELU keeps mean and variance only where the weights have the variance that its two constants were made for.</summary>
internal sealed class SeluScaleRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN111",
        RuleSeverity.Warning,
        "SELU's weights have another variance",
        "{0}{1}: {2}, fan-in {3}: n_in Var(W) = {4} in front of SELU at initialization, outside {5} to {6}, in which it keeps mean and variance");

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
                Words.Initializer(dense.Weights),
                Number(dense.FanIn),
                Rounded(context.Signal(worst).ForwardScale!.Value, 2),
                Number(thresholds.SmallestSeluScale),
                Number(thresholds.LargestSeluScale));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
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

    /// <summary>How far n_in Var(W) lies outside its range, null inside.</summary>
    private static double? Deviation(RuleContext context, int entry)
    {
        if (context.Activation(entry).Kind != ActivationKind.Selu || context.Signal(entry).ForwardScale is not { } scale)
        {
            return null;
        }

        var outside = Math.Max(context.Thresholds.SmallestSeluScale - scale, scale - context.Thresholds.LargestSeluScale);
        return outside > 1e-9 ? outside : null;
    }
}
