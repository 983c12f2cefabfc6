using NetGen.Generators.Model;

namespace NetGen.Generators.Signal.Rules;

/// <summary>Two affine layers compose to one.</summary>
internal sealed class ConsecutiveAffineRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN301",
        RuleSeverity.Warning,
        "Two affine layers follow one another",
        "{0} has no activation before {1}: together they compute one affine layer");

    /// <inheritdoc/>
    public override string Advice => "Give the first an activation";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        for (var entry = 0; entry + 1 < context.Depth; entry++)
        {
            if (context.Activation(entry).Kind == ActivationKind.Identity)
            {
                yield return Found(
                    context.Parameters[entry].LayerIndex,
                    FindingCause.Activation,
                    context.Weighted(entry).Name,
                    context.Weighted(entry + 1).Name);
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        foreach (var kind in (IEnumerable<ActivationKind>)[ActivationKind.Relu, ActivationKind.Tanh])
        {
            yield return InitializerFixes.Offer(
                context,
                "Use " + kind + " in " + context.Steps[finding.LayerIndex].Name,
                context.Network.WithWeighted(finding.LayerIndex, layer => layer.WithActivation(kind)));
        }
    }
}
