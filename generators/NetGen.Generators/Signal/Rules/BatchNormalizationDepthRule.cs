using NetGen.Generators.Graph;
using NetGen.Generators.Model;
using NetGen.Generators.Model.Layers;
using static NetGen.Generators.Signal.SignalText;

namespace NetGen.Generators.Signal.Rules;

/// <summary>Batch normalization amplifies what samples differ in, layer by layer, and with it the gradient: without residual blocks it explodes (Yang et al. 2019).</summary>
internal sealed class BatchNormalizationDepthRule : SignalRule
{
    /// <inheritdoc/>
    public override RuleDefinition Definition { get; } = new(
        "NETGEN119",
        RuleSeverity.Warning,
        "Batch normalization makes the gradient explode",
        "{0} layers with batch normalization and no way round them: the gradient grows by a factor of {1} a layer on its way back, {2} from the last layer to the first at initialization");

    /// <inheritdoc/>
    public override IReadOnlyList<string> Explains { get; } = ["NETGEN103", "NETGEN106", "NETGEN204"];

    /// <inheritdoc/>
    public override string Advice => "Put the layers into residual blocks, or use LayerNormalization";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(RuleContext context)
    {
        if (Concerns(context)
            && context.Report.MeanLogContrast is { } contrast
            && contrast * (context.Report.PathDepth - 1) is var total
            && total > Math.Log(context.Thresholds.BatchNormalizationGrowth))
        {
            // Of the gradient's size, not of its mean square.
            yield return Found(
                Normalizations(context).First().Layer - 1,
                FindingCause.Layer,
                Number(context.Depth),
                Rounded(Math.Exp(0.5 * contrast), 3),
                Rounded(Math.Exp(0.5 * total)));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Fix> Candidates(RuleContext context, Finding finding)
    {
        yield return InitializerFixes.Offer(context, "Use LayerNormalization in place of every BatchNormalization", Normalizations(context).Aggregate(
            context.Network,
            static (network, operation) => network.WithStep(
                operation.Layer - 1, layer => new LayerNormalizationSpec(layer.Name, layer.Input, ((SignalEffect.Normalization)operation.Effect).Epsilon))));
    }

    /// <summary>Whether differences grow in batch normalizations that no residual block goes round.</summary>
    public static bool Concerns(RuleContext context) => context.Report.MeanLogContrast > 0
        && Normalizations(context).Any()
        && !context.Forward.Graph.Operations.Any(static operation => operation.Effect is SignalEffect.Sum);

    private static IEnumerable<Operation> Normalizations(RuleContext context) =>
        context.Forward.Graph.Operations.Where(static operation => operation.Effect is SignalEffect.Normalization { IsOverBatch: true });
}
