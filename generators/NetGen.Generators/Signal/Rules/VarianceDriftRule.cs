using NetGen.Generators.Model;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>In a deep network, a change of variance in each layer adds up; an exact gain avoids it.</summary>
internal sealed class VarianceDriftRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN105",
        RuleSeverity.Info,
        "The variance drifts from layer to layer",
        "{0}{1}: {2} after {3} units multiplies the variance of the pre-activations by {4} at initialization, and {5} layers follow one another");

    /// <inheritdoc/>
    public override string Advice => "Use Gain.Exact, or an activation whose mean is nearer to zero";

    /// <inheritdoc/>
    public override bool DependsOnInput => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        if (context.Depth <= context.Thresholds.ShallowDepth)
        {
            yield break;
        }

        // Layers declared alike are judged by the deepest of them: the first may still be on the way to where the others stay. The last layer only has to
        // fit the loss, and SELU pulls the variance to its own fixed point, of which rule 111 speaks.
        foreach (var group in Enumerable.Range(1, context.Depth - 2).Where(entry => IsInChain(context, entry)).GroupBy(entry => First(context, entry)))
        {
            var deepest = group.Max();
            if (context.Activation(deepest - 1).Kind == ActivationKind.Selu)
            {
                continue;
            }

            if (LogDrift(context, deepest) is { } drift && Math.Abs(Math.Exp(drift) - 1) > context.Thresholds.VarianceDrift)
            {
                yield return Found(
                    context.Parameters[group.Key].LayerIndex,
                    FindingCause.Initializer,
                    context.Weighted(group.Key).Name,
                    Words.More(group.Count() - 1),
                    Words.Initializer(context.Weighted(group.Key).Weights),
                    Words.Units(context.Activation(group.Key - 1)),
                    Rounded(Math.Exp(drift), 2),
                    Number(context.Depth));
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        var exact = context.Network.WithEachWeighted(static layer => layer.Weights.Kind.TakesGain()
            ? layer with { Weights = layer.Weights with { Gain = InitializerSpec.ExactGain } }
            : layer);
        return InitializerFixes.All(context, finding.LayerIndex).Prepend(InitializerFixes.Offer(context, "Use Gain.Exact in every layer", exact));
    }

    private static int First(RuleContext context, int entry) =>
        Enumerable.Range(1, entry).First(other => IsInChain(context, other) && context.AreAlike(other, entry) && context.Activation(other - 1) == context.Activation(entry - 1));

    /// <summary>Whether a layer gets its size from the one before, and hands it on to the next: a branch may be as small as it likes.</summary>
    private static bool IsInChain(RuleContext context, int entry) => context.Follows(entry, entry - 1) && !context.IsBranch(entry);

    private static double? LogDrift(RuleContext context, int entry) =>
        context.Weighted(entry).Weights.Gain != InitializerSpec.ExactGain
        && context.Signal(entry - 1).SecondMoment is > 0 and var before
        && context.Signal(entry).SecondMoment is > 0 and var after
            ? Math.Log(after / before)
            : null;
}
