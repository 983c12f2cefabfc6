using NetGen.Generators.Graph;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>A signal that leaves the range in which activations and float32 work well.</summary>
internal sealed class SignalSizeRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN104",
        RuleSeverity.Warning,
        "The signal shrinks or grows",
        "{0}{1}: {2}, fan-in {3}: std(h) = {4} at initialization, {5}");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } = ["NETGEN105", "NETGEN106", "NETGEN204", "NETGEN206"];

    /// <inheritdoc/>
    public override string Advice => "Use He for ReLU and its kin, Glorot otherwise, or Gain.Exact";

    /// <inheritdoc/>
    public override bool DependsOnInput => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        var thresholds = context.Thresholds;
        var outside = Enumerable.Range(0, context.Depth).Where(entry => IsOutside(context, entry)).ToList();
        if (outside.Count > 0)
        {
            // Past the range of float32 there is nothing to measure either.
            var range = "outside " + Number(thresholds.SmallestDeviation) + " to " + Number(thresholds.LargestDeviation);
            yield return At(context, outside[0], outside.Skip(1).Count(entry => context.AreAlike(outside[0], entry)), range);
        }
        else if (Growth(context) is { } growth && (growth > thresholds.VarianceRange || growth < 1 / thresholds.VarianceRange))
        {
            yield return At(context, context.Depth - 1, 0, "its variance " + Rounded(growth) + " times that of " + context.Weighted(FirstSinceNormalization(context)).Name);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding) => finding.Cause == FindingCause.Input
        ? InputScaleRule.Rescaled(context)
        : InitializerFixes.All(context, finding.LayerIndex);

    private Finding At(RuleContext context, int entry, int others, string what)
    {
        var dense = context.Weighted(entry);
        var isInput = entry == 0 && !context.Report.IsInputAssumed
            && Math.Sqrt(context.Signal(0).ForwardScale ?? 0) is var standardized
            && standardized >= context.Thresholds.SmallestDeviation
            && standardized <= context.Thresholds.LargestDeviation;
        return Found(
            isInput ? -1 : context.Parameters[entry].LayerIndex,
            isInput ? FindingCause.Input : FindingCause.Initializer,
            dense.Name,
            Words.More(others),
            isInput ? InputScaleRule.Describe(context) : Words.Initializer(dense.Weights),
            Number(dense.FanIn),
            context.Signal(entry).StandardDeviation is { } deviation ? Rounded(deviation) : "more than float32 can hold",
            what);
    }

    /// <summary>
    /// A layer that starts constant has no spread to speak of; zeros at the end of a network are no mistake. A normalization mends every size, a branch may be as
    /// small as it likes beside the way round it, and what residual blocks add up to is for rule 120 to say.
    /// </summary>
    private static bool IsOutside(RuleContext context, int entry) =>
        context.Signal(entry).Overflows
        || (context.Parameters[entry].Weights.Variance > 0
            && !context.IsNormalized(entry)
            && context.Forward.Weighted[entry].Outgoing.Source?.StandardDeviation is { } deviation
            && ((deviation < context.Thresholds.SmallestDeviation && !context.IsBranch(entry)) || (deviation > context.Thresholds.LargestDeviation && !context.IsBehindBlock(entry))));

    /// <summary>From the first entry behind the last normalization to the last one.</summary>
    private static double? Growth(RuleContext context)
    {
        var (first, last) = (FirstSinceNormalization(context), context.Depth - 1);
        return first < last && !context.IsBehindBlock(last) && context.Parameters[last].Weights.Variance > 0 && context.Signal(first).SecondMoment is > 0 and var before
            ? context.Signal(last).SecondMoment / before
            : null;
    }

    private static int FirstSinceNormalization(RuleContext context)
    {
        var first = 0;
        var entry = 0;
        foreach (var operation in context.Forward.Graph.Operations)
        {
            entry += operation.Effect is SignalEffect.Product ? 1 : 0;
            first = operation.Effect is SignalEffect.Normalization ? entry : first;
        }

        return first;
    }
}
