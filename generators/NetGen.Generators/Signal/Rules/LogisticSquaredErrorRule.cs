using NetGen.Generators.Model;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>A squared error behind logistic units: where they saturate on the wrong side, hardly any gradient is left to turn them.</summary>
internal sealed class LogisticSquaredErrorRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN207",
        RuleSeverity.Warning,
        "Saturated logistic outputs under a squared error",
        "{0}: {1} of its logistic units start saturated at initialization, where the squared error has no gradient left to correct them");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } = ["NETGEN206"];

    /// <inheritdoc/>
    public override string Advice => "Remove the activation and use BinaryCrossEntropy";

    /// <inheritdoc/>
    public override bool DependsOnInput => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        var last = context.Depth - 1;
        if (last >= 0 && Concerns(context, last) && context.Saturated(last) is { } share && share > context.Thresholds.SaturatedShareInfo)
        {
            yield return Found(context.ActivationLayer(last), FindingCause.Activation, context.Weighted(last).Name, Percent(share));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        var logits = OutputLayer.WithoutActivation(context) with { Loss = new(LossKind.BinaryCrossEntropy) };
        yield return InitializerFixes.Offer(context, "Use BinaryCrossEntropy, which takes logits", logits);
        var last = context.Parameters[context.Depth - 1].LayerIndex;
        yield return InitializerFixes.Offer(
            context,
            "Use BinaryCrossEntropy, which takes logits, and GlorotUniform in " + context.Weighted(context.Depth - 1).Name,
            logits.WithWeighted(last, static layer => layer.WithWeights(NetworkEdits.Matched(ActivationKind.Identity))));
        yield return InitializerFixes.Offer(
            context,
            "Use GlorotUniform in " + context.Weighted(context.Depth - 1).Name,
            context.Network.WithWeighted(last, static layer => layer.WithWeights(NetworkEdits.Matched(ActivationKind.Sigmoid))));
    }

    /// <summary>Whether an entry is a logistic output under a squared error.</summary>
    public static bool Concerns(RuleContext context, int entry) =>
        entry == context.Depth - 1
        && context.Network.Loss.Kind == LossKind.MeanSquaredError
        && context.Activation(entry).Kind == ActivationKind.Sigmoid;
}
