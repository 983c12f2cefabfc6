using NetGen.Generators.Model;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>Glorot takes the mean of both fans: where they differ much, it keeps neither variance.</summary>
internal sealed class FanRatioRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN117",
        RuleSeverity.Info,
        "Glorot's mean of very different fans",
        "{0}: {1}, {2} inputs and {3} units: forward the variance is multiplied by {4} and backward by {5} at initialization");

    /// <inheritdoc/>
    public override string Advice => "Name the fan whose variance matters: VarianceScaling with a Mode";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        for (var entry = 0; entry < context.Depth; entry++)
        {
            // Where nothing is declared there is nothing to reconsider.
            var dense = context.Weighted(entry);
            var ratio = (double)Math.Max(dense.FanIn, dense.FanOut) / Math.Min(dense.FanIn, dense.FanOut);
            if (dense.Weights is { Kind: InitializerKind.GlorotNormal or InitializerKind.GlorotUniform, IsDefault: false, Gain: > 0 }
                && ratio > context.Thresholds.FanRatio
                && !context.IsNormalized(entry)
                && context.Parameters[entry].Weights.Variance is { } variance
                && SignalMath.IsFinite(variance * Math.Max(dense.FanIn, dense.FanOut)))
            {
                yield return Found(
                    context.Parameters[entry].LayerIndex,
                    FindingCause.Initializer,
                    dense.Name,
                    Words.Initializer(dense.Weights),
                    Number(dense.FanIn),
                    Number(dense.FanOut),
                    Rounded(dense.FanIn * variance, 2),
                    Rounded(dense.FanOut * variance, 2));
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        var dense = context.Weighted(InitializerFixes.Entry(context, finding.LayerIndex));
        yield return With("Keep the forward variance with FanMode.FanIn in ", FanModeKind.FanIn);
        yield return With("Keep the backward variance with FanMode.FanOut in ", FanModeKind.FanOut);

        Fix With(string title, FanModeKind mode)
        {
            var isUniform = dense.Weights.Kind == InitializerKind.GlorotUniform;
            var weights = new InitializerSpec(
                InitializerKind.VarianceScaling,
                Gain: dense.Weights.Gain,
                Mode: mode,
                Distribution: isUniform ? DistributionKind.Uniform : DistributionKind.Normal);
            return InitializerFixes.Offer(
                context, title + dense.Name, context.Network.WithWeighted(finding.LayerIndex, layer => layer with { Weights = weights }));
        }
    }
}
