namespace NetGen.Generators.Signal.Rules;

/// <summary>All rules, and how they run together.</summary>
internal static class SignalRules
{
    /// <summary>In the order of their numbers.</summary>
    public static IReadOnlyList<SignalRule> All { get; } =
    [
        new SaturationRule(),
        new VanishingGradientRule(),
        new ExplodingGradientRule(),
        new SignalSizeRule(),
        new VarianceDriftRule(),
        new DepthScaleRule(),
        new HiddenLogisticRule(),
        new InputScaleRule(),
        new SymmetryRule(),
        new DeadUnitsRule(),
        new SeluScaleRule(),
        new WeightMeanRule(),
        new DropoutGrowthRule(),
        new NarrowLayersRule(),
        new TruncatedNormalRule(),
        new ExpandingOrthogonalRule(),
        new FanRatioRule(),
        new BatchNormalizationDepthRule(),
        new ResidualGrowthRule(),
        new LossMismatchRule(),
        new SoftmaxBeforeLossRule(),
        new AdaptiveLearningRateRule(),
        new LearningRateRule(),
        new LostUpdateRule(),
        new InitialLossRule(),
        new LogisticSquaredErrorRule(),
        new DropoutRateRule(),
        new ConsecutiveAffineRule(),
        new ConsecutiveActivationsRule(),
        new BatchNormalizationAdviceRule(),
        new UnflattenedImageRule(),
    ];

    /// <summary>Those about the size of the signal and of its gradient.</summary>
    public static IReadOnlyList<SignalRule> Sizes { get; } = [new SaturationRule(), new VanishingGradientRule(), new ExplodingGradientRule(), new SignalSizeRule()];

    /// <summary>
    /// What all rules find, without what follows from another finding: where a rule warns, the rules that it explains are quiet. Ordered by rule, then by
    /// layer.
    /// </summary>
    public static IReadOnlyList<Finding> Check(RuleContext context)
    {
        var findings = new List<Finding>();
        var explained = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in All)
        {
            foreach (var finding in rule.Check(context))
            {
                findings.Add(finding);
                if (finding.Severity > RuleSeverity.Info)
                {
                    explained.UnionWith(rule.Explains);
                }
            }
        }

        findings.RemoveAll(finding => explained.Contains(finding.Rule.Id));
        return findings;
    }

    /// <summary>The rule that made a finding.</summary>
    public static SignalRule Of(Finding finding) => All.First(rule => rule.Definition.Id == finding.Rule.Id);
}
