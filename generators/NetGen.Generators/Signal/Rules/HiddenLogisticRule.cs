using NetGen.Generators.Model;
using NetGen.Generators.Signal.Initializers;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>Logistic units in a row: their slope is at most 1/4, and no scale of zero-mean weights makes up for it before most units saturate.</summary>
internal sealed class HiddenLogisticRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN107",
        RuleSeverity.Info,
        "Hidden logistic units lose the gradient",
        "{0}: logistic units feed {1}, which passes on {2} of a perturbation's mean square at initialization;"
        + " no scale of zero-mean weights reaches 1 before 58% of the units saturate");

    /// <inheritdoc/>
    public override string Advice => "Use tanh, or CentredLogistic in the layer after";

    /// <inheritdoc/>
    public override bool DependsOnInput => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        // The last layer may be fed by logistic units: one such loss of gradient is no depth.
        for (var entry = 1; entry + 1 < context.Depth; entry++)
        {
            if (context.Activation(entry - 1).Kind == ActivationKind.Sigmoid
                && context.Follows(entry, entry - 1)
                && context.Parameters[entry].Bias is not { Distribution: TensorDistribution.WeightSum }
                && context.Signal(entry).Chi is { } chi && chi < 1)
            {
                yield return Found(
                    context.ActivationLayer(entry - 1),
                    FindingCause.Activation,
                    context.Steps[context.ActivationLayer(entry - 1)].Name,
                    context.Weighted(entry).Name,
                    Rounded(chi));
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding) => InitializerFixes.All(context, finding.LayerIndex);
}
