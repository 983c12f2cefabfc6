using NetGen.Generators.Graph;
using NetGen.Generators.Model;

namespace NetGen.Generators.Signal.Rules;

/// <summary>One activation straight after another.</summary>
internal sealed class ConsecutiveActivationsRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN302",
        RuleSeverity.Warning,
        "Two activations follow one another",
        "{0}'s {1} activation is applied to what {2}'s {3} activation gives, with no weights between");

    /// <inheritdoc/>
    public override string Advice => "Remove one of them";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        for (var index = 1; index < context.Steps.Count; index++)
        {
            if (context.IsOnlyActivation(index) && context.Steps[index].Activation.Kind != ActivationKind.Identity && Before(context, index) is { } before)
            {
                yield return Found(
                    index,
                    FindingCause.Layer,
                    context.Steps[index].Name,
                    Words.Units(context.Steps[index].Activation),
                    context.Steps[before].Name,
                    Words.Units(context.Steps[before].Activation));
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        var network = context.Network;
        yield return InitializerFixes.Offer(
            context, "Remove " + context.Steps[finding.LayerIndex].Name, network.Without(finding.LayerIndex));
        var before = Before(context, finding.LayerIndex)!.Value;
        yield return InitializerFixes.Offer(
            context,
            "Remove the activation of " + context.Steps[before].Name,
            context.IsOnlyActivation(before) ? network.Without(before) : network.WithStep(before, static layer => layer with { Activation = ActivationSpec.Identity }));
    }

    /// <summary>The step whose activation gives what a step's own is applied to, with nothing but masks, noise and changes of shape between; null for none.</summary>
    private static int? Before(RuleContext context, int step)
    {
        var value = context.Paths.Of(step).First().Reads.First();
        while (context.Paths.Writer(value) is { Layer: > 0 } writer)
        {
            switch (writer.Effect)
            {
                case SignalEffect.Map { Function.Kind: not ActivationKind.Identity }:
                    return writer.Layer - 1;
                case SignalEffect.Affine or SignalEffect.Dropping or SignalEffect.Noise:
                    value = writer.Reads.First();
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }
}
