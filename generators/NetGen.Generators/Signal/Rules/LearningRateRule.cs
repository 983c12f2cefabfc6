using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>SGD's first step should move the weights by a small share, yet by one that float32 and patience can tell.</summary>
internal sealed class LearningRateRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN204",
        RuleSeverity.Warning,
        "The first update is too large or too small for the weights",
        "{0}'s learning rate {1} moves the weights of {2} by {3} times their size on the first step, outside {4} to {5}");

    /// <inheritdoc/>
    public override string Advice => "Change the learning rate";

    /// <inheritdoc/>
    public override bool DependsOnInput => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        if (context.Training is not { FollowsGradientSize: true } training)
        {
            yield break;
        }

        var thresholds = context.Thresholds;
        foreach (var entry in (IEnumerable<int>)[LearningRates.Largest(context), LearningRates.Smallest(context)])
        {
            if (entry >= 0 && context.Signal(entry).UpdateRatio is { } ratio
                && (ratio > thresholds.LargestUpdateRatio || ratio < thresholds.SmallestUpdateRatio))
            {
                yield return Found(
                    -1,
                    FindingCause.Training,
                    Words.Optimizer(training.Optimizer),
                    Rounded(training.LearningRate, 2),
                    context.Weighted(entry).Name,
                    Rounded(ratio),
                    Number(thresholds.SmallestUpdateRatio),
                    Number(thresholds.LargestUpdateRatio));
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        foreach (var fix in LearningRates.Lowered(context, context.Thresholds.LargestUpdateRatio))
        {
            yield return fix;
        }

        foreach (var fix in LearningRates.Raised(context, context.Thresholds.SmallestUpdateRatio))
        {
            yield return fix;
        }
    }
}
