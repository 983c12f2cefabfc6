using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>An update below half the spacing of float32 numbers is rounded away: the weight never moves.</summary>
internal sealed class LostUpdateRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN205",
        RuleSeverity.Warning,
        "The update rounds to nothing",
        "{0}'s learning rate {1} moves the weights of {2} by {3} times their size on the first step, less than float32 can hold: the layer does not train");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } = ["NETGEN204"];

    /// <inheritdoc/>
    public override string Advice => "Raise the learning rate, or use tanh with Glorot, ReLU with He, or CentredLogistic after logistic units";

    /// <inheritdoc/>
    public override bool DependsOnInput => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        if (context.Training is { FollowsGradientSize: true } training
            && LearningRates.Smallest(context) is >= 0 and var entry
            && context.Signal(entry).UpdateRatio is { } ratio
            && ratio < context.Thresholds.LostUpdateRatio)
        {
            yield return Found(
                context.Parameters[entry].LayerIndex,
                FindingCause.Initializer,
                Words.Optimizer(training.Optimizer),
                Rounded(training.LearningRate, 2),
                context.Weighted(entry).Name,
                Rounded(ratio));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding) =>
        [.. InitializerFixes.All(context, finding.LayerIndex), .. LearningRates.Raised(context, context.Thresholds.SmallestUpdateRatio)];
}
