using NetGen.Generators.Model;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>Logits so large that the network starts out sure of itself, and wrong.</summary>
internal sealed class InitialLossRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN206",
        RuleSeverity.Warning,
        "The network starts with confident errors",
        "{0}: {1}, fan-in {2}: logits with std {3} make the expected loss {4} at initialization, where equal probabilities give {5}");

    /// <inheritdoc/>
    public override string Advice => "Shrink the last layer's weights";

    /// <inheritdoc/>
    public override bool DependsOnInput => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        var network = context.Network;
        double? chance = network.Loss.Kind switch
        {
            LossKind.SoftmaxCrossEntropy => Math.Log(network.Output.Size),
            LossKind.BinaryCrossEntropy => Math.Log(2),
            _ => null,
        };
        if (context.Depth > 0 && chance > 0 && context.Report.InitialLoss is { } loss && loss > context.Thresholds.InitialLossFactorInfo * chance)
        {
            var last = context.Depth - 1;
            var dense = context.Weighted(last);
            yield return Found(
                context.Parameters[last].LayerIndex,
                FindingCause.Initializer,
                dense.Name,
                Words.Initializer(dense.Weights),
                Number(dense.FanIn),
                Rounded(context.Signal(last).StandardDeviation!.Value),
                Rounded(loss, 2),
                Rounded(chance.Value, 2)) with
            {
                // What residual blocks have added up is not the last layer's mistake, and networks of them train for all that.
                Severity = loss > context.Thresholds.InitialLossFactor * chance && !context.IsBehindBlock(last) ? RuleSeverity.Warning : RuleSeverity.Info,
            };
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding) => InitializerFixes.All(context, finding.LayerIndex);
}
