using NetGen.Generators.Graph;
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
            if (Behind(context, entry) is { } layer)
            {
                yield return Found(
                    context.Parameters[entry].LayerIndex,
                    FindingCause.Activation,
                    context.Weighted(entry).Name,
                    layer);
            }
        }
    }

    /// <summary>
    /// The layer whose weights an entry's sums meet with nothing between that is not affine in prediction: a batch normalization is, one of rows is not, and a sum of
    /// branches serves others too.
    /// </summary>
    private static string? Behind(RuleContext context, int entry)
    {
        foreach (var operation in context.Paths.After(context.Forward.Weighted[entry].Result))
        {
            switch (operation.Effect)
            {
                case SignalEffect.Product:
                    return context.Steps[operation.Layer - 1].Name;
                case SignalEffect.Map { Function.Kind: not ActivationKind.Identity } or SignalEffect.Sum or SignalEffect.Normalization { IsOverBatch: false }:
                    return null;
            }
        }

        return null;
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
