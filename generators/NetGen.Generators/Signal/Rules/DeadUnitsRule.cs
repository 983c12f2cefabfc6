using NetGen.Generators.Model;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>ReLU units that are off for nearly every sample get no gradient and stay off.</summary>
internal sealed class DeadUnitsRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN110",
        RuleSeverity.Warning,
        "ReLU units start dead",
        "{0}{1}: {2}: {3} of its ReLU units start dead at initialization, giving 0 and no gradient");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } = ["NETGEN102", "NETGEN104", "NETGEN105", "NETGEN106", "NETGEN114", "NETGEN204", "NETGEN205"];

    /// <inheritdoc/>
    public override string Advice => "Start the biases at zero, or use a leaky ReLU";

    /// <inheritdoc/>
    public override bool DependsOnInput => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var (worst, others) in context.Groups(entry => Dead(context, entry), context.Thresholds.DeadShare))
        {
            var (layer, weights, bias) = context.Parameters[worst];
            var isBias = bias?.Mean < 0 && !(weights.Mean < 0);
            var dense = context.Weighted(worst);
            yield return Found(
                layer,
                isBias ? FindingCause.BiasInitializer : FindingCause.Initializer,
                dense.Name,
                Words.More(others),
                isBias ? "bias " + Words.Initializer(dense.Bias!) : Words.Initializer(dense.Weights),
                Percent(Dead(context, worst)!.Value));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        var layer = context.Steps[finding.LayerIndex];
        if (finding.Cause == FindingCause.BiasInitializer)
        {
            yield return InitializerFixes.Offer(
                context,
                "Start the biases of " + layer.Name + " at zero",
                context.Network.WithWeighted(finding.LayerIndex, static layer => layer with { Bias = InitializerSpec.Zeros }));
            yield return InitializerFixes.Offer(
                context,
                "Start all biases at zero",
                context.Network.WithEachWeighted(static layer => layer.Bias is null ? layer : layer with { Bias = InitializerSpec.Zeros }));
        }
        else
        {
            foreach (var fix in InitializerFixes.All(context, finding.LayerIndex))
            {
                yield return fix;
            }
        }

        if (layer.Activation.Kind == ActivationKind.Relu)
        {
            yield return InitializerFixes.Offer(
                context,
                "Use a leaky ReLU in " + layer.Name,
                context.Network.WithWeighted(finding.LayerIndex, static layer => layer.WithActivation(ActivationKind.LeakyRelu)));
        }
    }

    private static double? Dead(RuleContext context, int entry) => context.Report.Layers[context.ActivationLayer(entry)].DeadShare;
}
