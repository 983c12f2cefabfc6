using NetGen.Generators.Signal.Report;
using NetGen.Generators.Signal.Training;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>Tries changes and keeps those that work: every rule is run on the changed declaration.</summary>
internal static class FixFinder
{
    /// <summary>
    /// The candidates that clear the finding and raise no warning or error that was not there before, best first, with what they give in their titles.
    /// </summary>
    /// <param name="context">Where the finding was made.</param>
    /// <param name="finding">One of <see cref="SignalRules.Check"/>'s.</param>
    /// <param name="before">All of them.</param>
    public static IReadOnlyList<Fix> Find(RuleContext context, Finding finding, IReadOnlyList<Finding> before)
    {
        var rule = SignalRules.Of(finding);
        var fixes = new List<(Fix Fix, double Cost)>();
        foreach (var candidate in rule.Candidates(context, finding))
        {
            if (candidate.Network == context.Network && Equals(candidate.Training, context.Training)
                || fixes.Exists(known => known.Fix.Network == candidate.Network && Equals(known.Fix.Training, candidate.Training)))
            {
                continue;
            }

            var changed = new RuleContext(candidate.Network, candidate.Training, context.Thresholds);
            if (changed.Parameters.Any(static parameters => parameters.Weights.Problem.Length > 0))
            {
                // An exact gain where there is none would be refused.
                continue;
            }

            var after = SignalRules.Check(changed);
            if (Clears(context, changed, finding, before, after))
            {
                var titled = candidate with { Title = candidate.Title + Effect(context, changed) };
                fixes.Add((titled, rule.RanksFixes ? Cost(context, changed) : 0));
            }
        }

        return [.. fixes.OrderBy(static known => known.Cost).Select(static known => known.Fix)];
    }

    /// <summary>What it costs where a layer of zeros lets no gradient through on the first step: more than any decades that the rules let pass.</summary>
    private const double NoGradient = 10;

    /// <summary>
    /// Decades between the first and the last layer's gradient, and half a decade where activations change: that is another network, which has to be
    /// worth it.
    /// </summary>
    private static double Cost(RuleContext context, RuleContext changed)
    {
        var isOther = !context.Steps.Select(static layer => layer.Activation).SequenceEqual(changed.Steps.Select(static layer => layer.Activation));
        var decades = changed.Report.FirstToLastGradient switch
        {
            > 0 and var ratio => Math.Abs(Math.Log10(ratio)),
            0 => NoGradient,
            _ => 0,
        };
        return decades + (isOther ? 0.5 : 0);
    }

    private static bool Clears(
        RuleContext context, RuleContext changed, Finding finding, IReadOnlyList<Finding> before, IReadOnlyList<Finding> after)
    {
        // Layers may have gone: places are compared by name.
        foreach (var left in after)
        {
            if (left.Rule.Id == finding.Rule.Id && left.Cause == finding.Cause && Name(changed, left) == Name(context, finding))
            {
                return false;
            }

            var isNew = !before.Any(known => known.Rule.Id == left.Rule.Id && Name(context, known) == Name(changed, left));
            if (isNew && left.Severity > RuleSeverity.Info)
            {
                return false;
            }
        }

        return true;
    }

    private static string Name(RuleContext context, Finding finding) =>
        finding.LayerIndex < 0 ? "" : context.Steps[finding.LayerIndex].Name;

    private static string Effect(RuleContext context, RuleContext changed)
    {
        var report = changed.Report;
        if (!Equals(changed.Training, context.Training))
        {
            var largest = report.Layers.Max(static layer => layer.UpdateRatio);
            return largest is { } ratio ? ": the first update is at most " + Rounded(ratio) + " of a weight" : "";
        }

        var parts = new List<string>();
        if (report.Layers.Max(static layer => layer.SaturatedShare) is { } saturated)
        {
            parts.Add(Percent(saturated) + " saturated");
        }

        if (report.FirstToLastGradient is > 0 and var gradient)
        {
            parts.Add("gradient ratio " + Rounded(gradient));
        }

        return parts.Count == 0 ? "" : ": " + string.Join(", ", parts);
    }
}
