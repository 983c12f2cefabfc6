using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>Optimizers that divide by the gradient's size move every weight by about the learning rate, however small the weight is.</summary>
internal sealed class AdaptiveLearningRateRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN203",
        RuleSeverity.Warning,
        "The learning rate is large for the weights",
        "{0}'s learning rate {1} moves the weights of {2} by {3} of their root mean square {4} on the first step");

    /// <inheritdoc/>
    public override string Advice => "Lower the learning rate";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        if (context.Training is not { FollowsGradientSize: false } training)
        {
            yield break;
        }

        var worst = LearningRates.Largest(context);
        if (worst >= 0 && context.Signal(worst).UpdateRatio is { } ratio && ratio > context.Thresholds.AdaptiveUpdateRatio)
        {
            yield return Found(
                -1,
                FindingCause.Training,
                Words.Optimizer(training.Optimizer),
                Rounded(training.LearningRate, 2),
                context.Weighted(worst).Name,
                Percent(ratio),
                Rounded(context.Signal(worst).WeightRms!.Value, 2));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding) => LearningRates.Lowered(context, context.Thresholds.AdaptiveUpdateRatio);
}
