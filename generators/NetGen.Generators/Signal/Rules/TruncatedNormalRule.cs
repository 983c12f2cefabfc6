using NetGen.Generators.Model.Layers;
using NetGen.Generators.Signal.Initializers;
using NetGen.Generators.Model;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>A normal distribution cut at two standard deviations is narrower than declared, and nothing corrects it.</summary>
internal sealed class TruncatedNormalRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN115",
        RuleSeverity.Info,
        "The truncated normal is narrower than declared",
        "{0}{1}: TruncatedNormal({2}) is cut at two standard deviations without correction: the weights' standard deviation is {3}");

    /// <inheritdoc/>
    public override string Advice => "Use VarianceScaling, which corrects for the cut";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        var groups = context.Groups(
            entry => context.Weighted(entry).Weights.Kind == InitializerKind.TruncatedNormal ? 1 : null,
            0,
            (entry, other) => context.Weighted(entry).Weights == context.Weighted(other).Weights);
        foreach (var (worst, others) in groups)
        {
            var dense = context.Weighted(worst);
            yield return Found(
                context.Parameters[worst].LayerIndex,
                FindingCause.Initializer,
                dense.Name,
                Words.More(others),
                Number(dense.Weights.StandardDeviation),
                Rounded(ResolvedInitializer.TruncatedDeviation * dense.Weights.StandardDeviation, 4));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        yield return InitializerFixes.Offer(
            context,
            "Use VarianceScaling with this standard deviation in " + context.Steps[finding.LayerIndex].Name,
            context.Network.WithWeighted(finding.LayerIndex, Corrected));
        yield return InitializerFixes.Offer(
            context,
            "Use VarianceScaling with these standard deviations in every layer",
            context.Network.WithEachWeighted(static layer => layer.Weights.Kind == InitializerKind.TruncatedNormal ? Corrected(layer) : layer));
    }

    private static WeightedLayerSpec Corrected(WeightedLayerSpec layer) => layer with
    {
        Weights = new(
            InitializerKind.VarianceScaling,
            Scale: layer.FanIn * layer.Weights.StandardDeviation * layer.Weights.StandardDeviation,
            Mode: FanModeKind.FanIn,
            Distribution: DistributionKind.TruncatedNormal),
    };
}
