using NetGen.Generators.Graph;
using NetGen.Generators.Model;

namespace NetGen.Generators.Signal.Rules;

/// <summary>What batch normalization makes useless in front of it, and what makes its running statistics wrong.</summary>
internal sealed class BatchNormalizationAdviceRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN303",
        RuleSeverity.Info,
        "A layer works against the batch normalization behind it",
        "{0}{1}: {2}");

    /// <inheritdoc/>
    public override string Advice => "Set UseBias = false before batch normalization, and drop values behind it";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        var biased = Biased(context).ToList();
        if (biased.Count > 0)
        {
            yield return Found(
                context.Parameters[biased[0]].LayerIndex,
                FindingCause.Layer,
                context.Weighted(biased[0]).Name,
                Words.More(biased.Count - 1),
                "its biases are taken away again by the batch normalization behind it, which has its own");
        }

        foreach (var masked in context.Masks)
        {
            if (Behind(context, masked.Result) is { } normalization)
            {
                yield return Found(
                    masked.LayerIndex,
                    FindingCause.Rate,
                    context.Steps[masked.LayerIndex].Name,
                    "",
                    context.Steps[normalization].Name + "'s running variance is that of training, in which values are dropped: in prediction, where none are, it does not fit");
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        var name = context.Steps[finding.LayerIndex].Name;
        var network = context.Network;
        if (finding.Cause == FindingCause.Layer)
        {
            yield return InitializerFixes.Offer(
                context,
                "Set UseBias = false in every such layer",
                Biased(context).Aggregate(network, (changed, entry) => changed.WithWeighted(context.Parameters[entry].LayerIndex, static layer => layer with { Bias = null })));
            yield return InitializerFixes.Offer(context, "Set UseBias = false in " + name, network.WithWeighted(finding.LayerIndex, static layer => layer with { Bias = null }));
            yield break;
        }

        if (Behind(context, context.Masks.First(masked => masked.LayerIndex == finding.LayerIndex).Result) is { } normalization && normalization == finding.LayerIndex + 1)
        {
            yield return InitializerFixes.Offer(context, "Put " + name + " behind " + context.Steps[normalization].Name, network.Moved(finding.LayerIndex));
        }

        yield return InitializerFixes.Offer(context, "Remove " + name, network.Without(finding.LayerIndex));
    }

    /// <summary>The entries whose biases go straight into a batch normalization and nowhere else.</summary>
    private static IEnumerable<int> Biased(RuleContext context) => Enumerable.Range(0, context.Depth).Where(entry =>
        context.Weighted(entry).Bias is not null && Behind(context, context.Forward.Weighted[entry].Result) is not null);

    /// <summary>The batch normalization that alone receives a value, whatever its shape; null for none.</summary>
    private static int? Behind(RuleContext context, Value value)
    {
        foreach (var operation in context.Paths.After(value))
        {
            switch (operation.Effect)
            {
                case SignalEffect.Normalization { IsOverBatch: true }:
                    return operation.Layer - 1;
                case SignalEffect.Affine or SignalEffect.Map { Function.Kind: ActivationKind.Identity }:
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }
}
